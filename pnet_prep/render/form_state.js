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

// The person's own day, as a date.
function dayOf(ms) {
  const day = new Date(ms)
  const two = number => String(number).padStart(2, "0")
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
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
    put(place, null)
    return
  }
  const now = Math.max(Date.now(), ...sent.map(one => one.at + 1))
  const back = sent.length && same(sent.at(-1).value, value)
  const { at, on } = back ? sent.at(-1) : { at: now, on: dayOf(now) }
  const record = { item, entry, value, at, on, first: held?.first ?? now, sent }
  put(place, record)
}

// Take out an entry. Answers that were sent before stay as they were then, and it is said that they
// are gone.
function removeEntry(group, entry) {
  let sent = false
  for (const [place, record] of records) {
    if (record.entry !== entry || groupOf(record.item) !== group) continue
    const last = record.sent.at(-1)
    sent ||= Boolean(last)
    if (last) put(place, { ...record, ...last })
    else put(place, null)
  }
  if (!sent) return
  const now = Date.now()
  const gone = { item: group, entry, value: SKIPPED, at: now, on: dayOf(now), first: now, sent: [], removed: true }
  put(placeOf(group, entry), gone)
}

function put(place, record) {
  if (record) records.set(place, record)
  else records.delete(place)
  storage.keep(place, record)
}

const isGone = ({ item, entry }) => Boolean(entry && records.get(placeOf(groupOf(item), entry))?.removed)

// The entries of a list that say something, in the order in which they were begun.
function entriesOf(group) {
  const found = new Map()
  for (const record of records.values()) {
    const { item, entry, first, removed } = record
    if (!entry || removed || groupOf(item) !== group || isGone(record)) continue
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
