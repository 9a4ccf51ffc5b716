import type { Rule, RuleList } from '../rules/rule';
import type { PlacedLine } from '../rules/text/places';
import type { LeftCode, RemarkCode } from './codes';

/** Something that means something else here; about one rule when `rule` (its id) is there, else about the whole file. */
export interface Remark {
  rule?: string;
  code: RemarkCode;
  /** What it said where it came from, as written. */
  detail: string;
}

/** An entry that has no rule here, as written, and why. */
export interface NotCarried {
  text: string;
  code: LeftCode;
}

export interface Counts {
  rules: number;
  /** Entries that said the same as an earlier one. */
  repeated: number;
  /** Rules with at least one remark. */
  changed: number;
  /** All of them; the list of those not carried is cut at `NOT_CARRIED_SHOWN`. */
  notCarried: number;
}

/** What an import would bring, for the reader to look at before anything is stored. */
export interface ImportPreview {
  /** Id of the format. */
  format: string;
  /** What the file calls its list. */
  name?: string;
  rules: Rule[];
  /** Lists that the rules name, where the file has lists of its own; else empty, and the reader chooses one. */
  lists: RuleList[];
  /** Of our own text form: comments and lines that could not be read, to be kept as written where they stood. */
  lines: PlacedLine[];
  remarks: Remark[];
  notCarried: NotCarried[];
  counts: Counts;
}

/** One kind of file that other blockers write, or pages carry. One file in formats/ each. */
export interface Format {
  /** Also the file's name. */
  id: string;
  /** Whether the text is of this kind. Formats are asked in their order in index.ts, the particular before the general. */
  detect(source: Source): boolean;
  /**
   * Reads the text. What it can't carry goes into the preview.
   * @throws ExchangeError when the text as a whole is not what it seems
   */
  read(source: Source): ImportPreview;
  /** Keys of the archive page's localStorage under which this blocker keeps its lists. */
  stored?(key: string): boolean;
}

/** A text to import, parsed as JSON at most once however many formats look at it. */
export interface Source {
  text: string;
  fileName: string;
  /** The parsed JSON; undefined when the text is no JSON. */
  json: unknown;
}
