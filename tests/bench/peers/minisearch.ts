/** MiniSearch with lit. lit renders; the page that goes with the engine is in `lit-page.ts`. */
import { start } from './lit-page';
import { makeFind } from './minisearch-engine';

await start(makeFind);
