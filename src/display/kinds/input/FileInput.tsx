import type { Lang } from "../../words.ts";
import type { InputDisplay, InputValue } from "./input.ts";
import { textFile } from "./text-file.ts";
import { words } from "./words.ts";

/** A file to choose or drop, for which the browser's own control is the best; and a place for a text that is in no file. */
export function FileInput({
  display: { name, value, accept, paste },
  set,
  lang,
}: {
  display: Extract<InputDisplay, { control: "file" }>;
  set(value: InputValue | undefined): void;
  lang: Lang;
}) {
  const say = words(lang);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look of its own in every browser
    <div class="d-input d-input-file" role="group" aria-label={name}>
      <span class="d-input-name">{name}</span>
      <input
        type="file"
        accept={accept}
        aria-label={say.choose(name)}
        // The same file can be chosen again.
        onClick={({ currentTarget }) => {
          currentTarget.value = "";
        }}
        onInput={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          const typed = currentTarget.parentElement?.querySelector("textarea");
          if (typed) typed.value = "";
          if (chosen) set(chosen);
        }}
      />
      {paste ? (
        <textarea
          rows={3}
          placeholder={say.paste}
          aria-label={say.pasteInto(name)}
          spellcheck={false}
          onInput={({ currentTarget }) => set(textFile(currentTarget.value))}
        />
      ) : null}
      <span class="d-input-chosen">
        {value === "" ? (
          say.none
        ) : (
          <>
            <strong>{value}</strong>{" "}
            <button
              type="button"
              onClick={({ currentTarget }) => {
                const group = currentTarget.closest(".d-input");
                for (const one of group?.querySelectorAll<HTMLInputElement>("input, textarea") ??
                  [])
                  one.value = "";
                set(undefined);
              }}
            >
              {say.remove}
            </button>
          </>
        )}
      </span>
    </div>
  );
}
