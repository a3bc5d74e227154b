declare module "@joplin/turndown-plugin-gfm" {
  import type { Plugin } from "turndown";

  export const highlightedCodeBlock: Plugin;
  export const strikethrough: Plugin;
  export const taskListItems: Plugin;
}
