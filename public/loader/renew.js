// A kept list shows until the newest is there: `{ bytes, date }` in its stead, with the date from which it is.

// The list to show first, once `ready` is: the newest or, where that is not there yet or cannot be had, the kept
// one. `newest` is the promise of the bytes, `kept` that of a list or undefined. Rejects as `newest` or `ready` do.
export async function firstOf(newest, kept, ready) {
  const list = newest.then((bytes) => ({ bytes }));
  const inItsStead = kept.then((found) => found ?? list);
  const first = () => Promise.any([list, inItsStead]).catch(() => list);
  await Promise.all([first(), ready]);
  return first(); // the newest may have come meanwhile
}

// Has `show(bytes)` show a list or, where that is none, the kept one. Gives which. Throws where neither shows.
export async function showEither(list, kept, show, signal) {
  try {
    await show(list.bytes);
    return list;
  } catch (error) {
    const other = await kept;
    if (signal.aborted || !other || other === list) {
      throw error;
    }
    await show(other.bytes);
    return other;
  }
}

// Takes the newest list as soon as it is there, in the place of the one that shows. `list` is the hold on the newest.
// Of the directory it takes its `message` and `words`, and calls `replace(bytes)` to show another list, `done(bytes)`
// when the newest shows, and `failed(error, quiet, retry)` where it does not; `quiet` where nobody asked for it.
export async function renew(list, shown, directory, quiet = false) {
  const { message, words, replace, done, failed } = directory;
  const newest = list.bytes;
  try {
    const bytes = await newest;
    if (list.bytes !== newest) {
      return; // released, or asked for again
    }
    quiet = false; // what fails from here on is something else
    message.done();
    if (bytes !== shown.bytes && !isSame(bytes, shown.bytes)) {
      await replace(bytes);
    }
    if (list.bytes === newest) {
      done(bytes);
    }
  } catch (error) {
    if (list.bytes !== newest) {
      return;
    }
    if (!quiet) {
      message.outdated(words, shown.date);
    }
    failed(error, quiet, (how) => {
      if (how.again) {
        message.retrying(words);
      }
      list.renew();
      renew(list, shown, directory, how.quiet);
    });
  }
}

function isSame(one, other) {
  let same = one.length === other.length;
  for (let at = 0; same && at < one.length; at += 1) {
    same = one[at] === other[at];
  }
  return same;
}
