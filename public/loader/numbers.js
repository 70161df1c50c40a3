// The numbers of the directories on the page, from 1: the second one's landmarks say "2".

const taken = new Set();

// The least number that no other has.
export function takeNumber() {
  let number = 1;
  while (taken.has(number)) {
    number += 1;
  }
  taken.add(number);
  return number;
}

export function giveBackNumber(number) {
  taken.delete(number);
}
