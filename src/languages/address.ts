import type { Finding } from '../occurrence.ts';
import type { MappedText } from '../text/mapped-text.ts';
export interface PlaceOptions { readonly certainty: 'exact' | 'probable' | 'possible'; readonly reason: string }
/** stub */
export function findAddresses(text: MappedText): Finding[] { void text; return []; }
export function readPort(text: MappedText, place: PlaceOptions): Finding[] { void text; void place; return []; }
export function readAddress(text: MappedText, place: PlaceOptions): Finding[] { void text; void place; return []; }
