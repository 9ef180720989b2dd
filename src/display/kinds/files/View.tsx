import { useState } from "preact/hooks";
import type { Lang } from "../../words.ts";
import { formatSize } from "../kind.ts";
import type { FilesDisplay, SavedFile } from "./files.ts";
import { save } from "./save.ts";
import { filesWords } from "./words.ts";

/** The files with their sizes, each to be saved, and all of them in one zip; without bytes, when there will be some. */
export function FilesView({ display, lang }: { display: FilesDisplay; lang: Lang }) {
  const say = filesWords[lang];
  const { title, archive, files } = display;
  const [failed, fail] = useState<FilesDisplay>();
  const there = files.filter(isThere);

  const saveAll = async () => {
    try {
      // Loaded when it is asked for: few readers ask.
      const { toZip } = await import("./zip.ts");
      save(archive, toZip(there));
      fail(undefined);
    } catch {
      fail(display);
    }
  };

  return (
    <figure class="d-files">
      {title !== undefined && <figcaption>{title}</figcaption>}
      <ul>
        {files.map((file) => (
          <li key={file.name}>
            <span class="name">{file.name}</span>
            <span class="size" title={say.exactly(file.size, file.sum)}>
              {formatSize(file.size)}
            </span>
            {isThere(file) && (
              <button
                type="button"
                aria-label={say.saveIt(file.name)}
                onClick={() => save(file.name, file.bytes)}
              >
                {say.save}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div class="d-files-foot">
        {there.length === files.length ? (
          <button type="button" onClick={saveAll}>
            {say.all(archive)}
          </button>
        ) : (
          <p>{say.later(files.length)}</p>
        )}
        {failed === display && (
          <p class="failed" role="alert">
            {say.failed}
          </p>
        )}
      </div>
    </figure>
  );
}

const isThere = (file: SavedFile): file is Required<SavedFile> => file.bytes !== undefined;
