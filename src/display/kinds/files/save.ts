/** How long a browser may take to begin a download, in milliseconds; some ask the reader first where it is to go. */
const patience = 120_000;

/** Hands bytes to the browser's downloads as a file, whatever they look like: nothing is opened in the page. */
export function save(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), patience);
}
