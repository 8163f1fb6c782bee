// How a place in a file becomes a link into the writer's editor.

const web = /^https?:/i;

/** The address that opens a place in the editor, or null when none is configured. */
export function editorAddress(editor, { path, line, column }) {
  if (!editor || !/^[a-z][a-z0-9+.-]*:/i.test(editor) || /^(javascript|data|blob|vbscript):/i.test(editor)) return null;
  const values = {
    path: path.split("/").map(encodeURIComponent).join("/"),
    line: String(line),
    column: String(column),
  };
  return editor.replace(/\{(path|line|column)\}/g, (_, name) => values[name]);
}

/** What a link into the editor needs: one that is a web address must not take the page's place. */
export function linkFacts(address) {
  return web.test(address) ? { href: address, target: "_blank", rel: "noopener" } : { href: address };
}

/** Opens a place without a link to press. */
export function openInEditor(address) {
  if (web.test(address)) window.open(address, "_blank", "noopener");
  else location.assign(address);
}

export const placeText = ({ path, line }) => `${path}:${line}`;
