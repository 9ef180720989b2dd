import type { Lang } from "../../words.ts";
import { formatShare } from "../kind.ts";
import { spoken, writtenWords } from "./words.ts";
import { candidatesAt, most, restAt, type WrittenDisplay } from "./written.ts";

interface Props {
  display: WrittenDisplay;
  place: number;
  lang: Lang;
  onTake: (id: number) => void;
}

/** What could stand at a place, as bars, and the room that the longest list of the text needs. */
export function Candidates({ display, place, lang, onTake }: Props) {
  const say = writtenWords[lang];
  const { tokens } = display;
  const token = tokens[place];
  if (token === undefined) return null;
  const listed = candidatesAt(display, place);
  const rest = restAt(display, place);
  const room = Math.max(...tokens.map((_, i) => rowsAt(display, i)));
  return (
    <ul class="d-written-candidates" aria-label={say.candidates(spoken(token.text, lang))}>
      {listed.map((one, i) => (
        <li key={i} class={one === token ? "stands" : undefined}>
          <span class="token" title={seen(one.text)}>
            {seen(one.text)}
          </span>
          <Bar share={one.probability} />
          <span class="number">{formatShare(one.probability, 3)}</span>
          {one === token ? (
            <span class="note">{say.inText}</span>
          ) : (
            place < most.taken && (
              <button
                type="button"
                aria-label={say.takeIt(spoken(one.text, lang))}
                onClick={() => onTake(one.id)}
              >
                {say.take}
              </button>
            )
          )}
        </li>
      ))}
      {isSeen(rest) && (
        <li class="rest">
          <span class="token">{say.others}</span>
          <Bar share={rest} />
          <span class="number">{formatShare(rest, 3)}</span>
        </li>
      )}
      {Array.from({ length: room - rowsAt(display, place) }, (_, i) => (
        <li key={`room ${i}`} class="room" aria-hidden="true" />
      ))}
    </ul>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg width="100%" height="100%" aria-hidden="true" focusable="false">
      <rect class="track" width="100%" height="100%" rx="2" />
      <rect class="fill" width={`${(100 * share).toFixed(2)}%`} height="100%" rx="2" />
    </svg>
  );
}

const rowsAt = (display: WrittenDisplay, place: number): number =>
  candidatesAt(display, place).length + (isSeen(restAt(display, place)) ? 1 : 0);

/** Whether a share is more than nothing in the digits that are shown. */
const isSeen = (share: number): boolean => share >= 0.0005;

/** A space is a part of a token, too, and must be seen. */
const seen = (text: string): string => text.replace(/ /g, "␣").replace(/\n/g, "⏎") || "∅";
