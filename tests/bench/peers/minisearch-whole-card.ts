/** The page of `minisearch.ts`, but with the directory's own card and style sheets. */
import { start } from './lit-page';
import { makeFind } from './minisearch-engine';
import { wholeCard } from './whole-card';
import './whole-card.css';

await start(makeFind, wholeCard);
