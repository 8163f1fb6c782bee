// A real nginx, set up by the very lines that docs/hosting.md tells web officers to use.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const doc = new URL("../../docs/hosting.md", import.meta.url);

/** The block of docs/hosting.md whose fence says hosting=NAME. */
async function configuration(name) {
  const text = await readFile(doc, "utf8");
  const found = new RegExp(`^\`\`\`\\w+ hosting=${name}\\n([^]*?)^\`\`\`$`, "m").exec(text);
  if (!found) throw new Error(`docs/hosting.md has no configuration hosting=${name}`);
  return found[1];
}

/** What stands in the document is an example: this puts the real value in its place, and fails if it is not there. */
function put(text, example, real) {
  if (!text.includes(example)) throw new Error(`docs/hosting.md has no line with "${example}"`);
  return text.replaceAll(example, real);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Serves `site` at the root of one host and `inFolder` below /accounts/ of another. Resolves to { root, folder, close }. */
export async function nginx(site, inFolder, work) {
  const [first, second] = [await freePort(), await freePort()];
  let root = await configuration("nginx");
  root = put(root, "listen 80;", `listen 127.0.0.1:${first};`);
  root = put(root, "/srv/accounts", site);
  let folder = await configuration("nginx-folder");
  folder = put(folder, "/srv/accounts/", `${inFolder}/`);
  await mkdir(work, { recursive: true });
  const file = join(work, "nginx.conf");
  // What Debian's /etc/nginx/nginx.conf has around the files in conf.d, as far as it matters.
  await writeFile(file, `
daemon off;
${process.getuid() === 0 ? "user root;" : ""}
pid ${work}/nginx.pid;
error_log ${work}/error.log;
worker_processes 1;
events { }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${work}/${name};`).join("\n  ")}
  ${root}
  server {
    listen 127.0.0.1:${second};
    root ${work};
    ${folder}
  }
}
`);
  const server = spawn("nginx", ["-c", file, "-e", join(work, "error.log")], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr.on("data", (data) => (said += data));
  const ended = new Promise((resolve) => server.on("close", resolve).on("error", (error) => resolve((said += error.message))));
  const close = async () => {
    server.kill("SIGQUIT");
    await ended;
  };
  for (let tries = 0; tries < 100; tries++) {
    const up = await fetch(`http://127.0.0.1:${first}/`).then((answer) => answer.body?.cancel().then(() => true), () => false);
    if (up) return { root: `http://127.0.0.1:${first}/`, folder: `http://127.0.0.1:${second}/accounts/`, close };
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await close();
  throw new Error(`nginx does not start: ${said || (await readFile(join(work, "error.log"), "utf8").catch(() => ""))}`);
}
