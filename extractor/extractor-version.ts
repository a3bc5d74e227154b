/** Version of the extraction rules. It is part of every event id: raise it whenever the same page may give another article. */
export const EXTRACTOR_VERSION = "1";
