"use strict"
// What was answered: a record for each question, and for each entry of a list.

const data = JSON.parse(document.getElementById("data").textContent)
const records = new Map()
const SKIPPED = { none: "skipped" }

// Where a record belongs, as in the visit file: the question, and the entry of its list if any.
const placeOf = (item, entry) => `${item} ${entry}`
const groupOf = item => item.slice(0, item.lastIndexOf("."))
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)
const isReal = record => Boolean(record) && !record.removed && record.value.none === undefined

// The words of the program, with what stands in for each slot.
function say(word, slots = {}) {
  return data.words[word].replace(/\{(\w+)\}/g, (slot, name) => slots[name] ?? slot)
}

// Eight letters or digits, each as likely as any other.
function freshId() {
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789"
  let id = ""
  while (id.length < 8) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < 252) id += letters[byte % 36]
  }
  return id
}

// Take down an answer; null for none. What somebody may have read already is never forgotten: it
// stays among what was sent, and an emptied answer takes its place.
function answer(item, entry, value) {
  const place = placeOf(item, entry)
  const held = records.get(place)
  const sent = held?.sent ?? []
  if (value === null && sent.length) value = SKIPPED
  if (held ? same(held.value, value) : value === null) return
  if (value === null) {
    records.delete(place)
    storage.keep(place, null)
    return
  }
  const now = Math.max(Date.now(), ...sent.map(one => one.at + 1))
  const back = sent.length && same(sent.at(-1).value, value)
  const record = { item, entry, value, at: back ? sent.at(-1).at : now, first: held?.first ?? now, sent }
  records.set(place, record)
  storage.keep(place, record)
}

// Take out an entry. Where its answers were sent before, it is said that it is gone.
function removeEntry(group, entry) {
  let sent = false
  for (const [place, record] of records) {
    if (record.entry !== entry || groupOf(record.item) !== group) continue
    sent ||= record.sent.length > 0
    records.delete(place)
    storage.keep(place, null)
  }
  if (!sent) return
  const now = Date.now()
  const record = { item: group, entry, value: SKIPPED, at: now, first: now, sent: [], removed: true }
  records.set(placeOf(group, entry), record)
  storage.keep(placeOf(group, entry), record)
}

// The entries of a list that say something, in the order in which they were begun.
function entriesOf(group) {
  const found = new Map()
  for (const { item, entry, first, removed } of records.values()) {
    if (!entry || removed || groupOf(item) !== group) continue
    found.set(entry, Math.min(first, found.get(entry) ?? first))
  }
  return [...found].sort((one, other) => one[1] - other[1]).map(([entry]) => entry)
}

// Who answers, and that person's name: told when the page was made, or in it.
const who = () => data.as ?? records.get("person.answering ")?.value ?? null
const textAt = item => {
  const record = records.get(placeOf(item, ""))
  return isReal(record) ? record.value : ""
}
