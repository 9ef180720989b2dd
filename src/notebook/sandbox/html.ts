import { createHash } from "node:crypto";
import { bundle } from "../bundle.ts";

/** The page in which cells run, `sandbox.html`. */
export async function sandboxHtml(): Promise<string> {
  return htmlAround(await bundle("frame"));
}

/** A page with one script, and no network, no storage, no way out; other scripts only from blobs that it makes itself. */
export function htmlAround(code: string): string {
  const script = code.replaceAll("</script", "<\\/script");
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' blob: 'wasm-unsafe-eval'`,
    "worker-src blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex">
<title>Humpty’s sandbox</title>
</head>
<body>
<script>${script}</script>
</body>
</html>
`;
}
