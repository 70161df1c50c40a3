import { close, createIndex } from 'pagefind';
import { entries, FILTERS, foot, how, SEARCHED, when, who, type List } from './records';

/** Makes the files of Pagefind's index of a list, as its owner would when the list changes. */
export async function pagefindIndex(list: List): Promise<{ path: string; content: Uint8Array }[]> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(errors.join('\n'));
  for (const entry of entries(list)) {
    const { name, summary, kinds, group } = entry;
    const [{ number }] = group.phones;
    const filters = FILTERS.map(({ key, legend }) => [legend, entry[key]] as const);
    const added = await index.addCustomRecord({
      url: group.url,
      language: 'en',
      content: SEARCHED.flatMap((key) => entry[key]).join('. '),
      filters: Object.fromEntries(filters.filter(([, names]) => names.length > 0)) as Record<string, string[]>,
      meta: {
        title: name,
        summary,
        ...(!kinds.includes('Support group') && { kind: kinds.join(', ') }),
        who: who(entry),
        how: how(entry),
        when: when(entry),
        host: new URL(group.url).hostname,
        phone: number,
        tel: `tel:${number.replaceAll(' ', '')}`,
        foot: foot(entry),
      },
    });
    if (added.errors.length > 0) throw new Error(added.errors.join('\n'));
  }
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(made.errors.join('\n'));
  await close();
  return made.files;
}
