// A static host as strict as any the site may meet: loopback only, no third party, no inline style or script.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";

export const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
  ".atom": "application/atom+xml",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".ico": "image/x-icon",
  ".pdf": "application/pdf",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".woff2": "font/woff2",
};
const compressible = /^text\/|json|xml|svg/;

/** Serves `root` under `base` (such as "/" or "/council/"). Resolves to { origin, base, close }. */
export async function serve(root, base = "/") {
  const server = createServer((request, response) => {
    answer(root, base, request).then(
      ({ status, type, body, location }) => {
        const headers = { "content-security-policy": policy, "x-content-type-options": "nosniff", "cache-control": "no-store" };
        if (location) headers.location = location;
        if (type) headers["content-type"] = type;
        const gzip = type && compressible.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
        if (gzip) headers["content-encoding"] = "gzip";
        const bytes = gzip ? gzipSync(body) : body;
        response.writeHead(status, { ...headers, "content-length": bytes.length });
        response.end(request.method === "HEAD" ? undefined : bytes);
      },
      (error) => {
        response.writeHead(500);
        response.end(String(error));
      },
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    base,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

async function answer(root, base, request) {
  const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
  const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : null;
  if (inside !== null && inside !== ".." && !inside.startsWith(`..${sep}`)) {
    const file = join(root, inside);
    const found = await stat(file).catch(() => null);
    if (found?.isDirectory() && !path.endsWith("/")) {
      return { status: 301, location: `${request.url}/`, body: Buffer.alloc(0) };
    }
    const target = found?.isDirectory() ? join(file, "index.html") : file;
    const body = await readFile(target).catch(() => null);
    if (body) return { status: 200, type: types[extname(target).toLowerCase()] ?? "application/octet-stream", body };
  }
  const body = await readFile(join(root, "404.html")).catch(() => Buffer.from("not found"));
  return { status: 404, type: types[".html"], body };
}
