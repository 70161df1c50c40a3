// The numbers of the directories on the page, from 1: the second one's landmarks say "2".

const holders = new Map(); // by number

// The least number that no other directory on the page has. What has left it gives its number back a little later, and
// may have been replaced meanwhile.
export function takeNumber(directory) {
  let number = 1;
  while (holders.get(number)?.isConnected) {
    number += 1;
  }
  holders.set(number, directory);
  return number;
}

// Whether a directory still has its number.
export function hasNumber(number, directory) {
  return holders.get(number) === directory;
}

export function giveBackNumber(number, directory) {
  if (hasNumber(number, directory)) {
    holders.delete(number);
  }
}
