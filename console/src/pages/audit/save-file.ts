/** Hands a text to the browser as a file to keep. With a byte order mark, without which spreadsheets misread UTF-8. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the browser fetches it a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
