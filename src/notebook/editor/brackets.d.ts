// A copy of the package for the bundler, of which it keeps what closes brackets: completion, ten times as much, comes with the types.
declare module "@codemirror/autocomplete?brackets" {
  export {
    closeBrackets,
    closeBracketsKeymap,
    insertBracket,
  } from "@codemirror/autocomplete";
}
