// What is asked once for each entry of a list, and the card with the questions of every symptom.

const protos = new Map()
const homes = new Map() // the group or list that a question lies in
const card = form.querySelector(".proto > .card")?.cloneNode(true) ?? spare?.content ?? made("div")

// Take the pattern of its entries out of each list.
function takeProtos() {
  for (const list of form.querySelectorAll("[data-list]")) {
    const proto = list.querySelector(".proto")
    protos.set(list.dataset.list, proto)
    settleIn(proto, list.dataset.list)
    proto.remove()
  }
  for (const group of form.querySelectorAll("[data-group]")) {
    settleIn(group, group.dataset.group)
    if (!("plain" in group.dataset)) settleIn(card, group.dataset.group)
  }
}

function settleIn(room, home) {
  for (const { dataset } of room.querySelectorAll("[data-q]")) {
    homes.set(dataset.q.startsWith(".") ? home + dataset.q : dataset.q, home)
  }
}

const entriesIn = list => [...list.querySelectorAll(".entry")]
const listAt = group => form.querySelector(`[data-list="${group}"]`)

// Put an entry at the end of its list.
function addEntry(list, entry) {
  const group = list.dataset.list
  const made = protos.get(group).cloneNode(true)
  made.classList.remove("proto")
  made.dataset.entry = entry
  for (const one of made.querySelectorAll("[data-q^='.']")) one.dataset.q = group + one.dataset.q
  for (const one of made.querySelectorAll("[data-q]")) {
    prepare(one, `-${entry}`)
    write(one, records.get(placeOf(one.dataset.q, entry))?.value ?? null)
  }
  list.querySelector(".entries").append(made)
  nameEntries(list)
  return made
}

// Each entry is called by its number, and by its name once it has one.
function nameEntries(list) {
  const entries = entriesIn(list)
  entries.forEach((made, place) => {
    const naming = made.querySelector("[data-q]")
    const name = shownAnswer(naming)
    const slots = { label: list.dataset.label, number: String(place + 1), name }
    made.querySelector("legend").textContent = say(name ? "form.entry.named" : "form.entry", slots)
    made.querySelector(".remove").setAttribute("aria-label", `${made.querySelector(".remove").textContent}: ${name || place + 1}`)
  })
  list.querySelector(".add").textContent = say(entries.length ? "list.add_more" : "list.add_first")
  list.querySelector(".none").hidden = entries.length > 0
}

function pressAdd(list) {
  const none = list.querySelector(".none input")
  if (none.checked) {
    none.checked = false
    answer(list.dataset.list, "", null)
  }
  const made = addEntry(list, freshId())
  refresh()
  made.querySelector("input, textarea").focus()
}

function pressRemove(made) {
  const list = made.closest("[data-list]")
  removeEntry(list.dataset.list, made.dataset.entry)
  if (made.contains(urgent)) form.before(urgent)
  made.remove()
  nameEntries(list)
  refresh()
  list.querySelector(".add").focus()
}

// Show the entries that are kept, and whether it was said that there are none.
function showLists() {
  for (const list of form.querySelectorAll("[data-list]")) {
    const group = list.dataset.list
    for (const made of entriesIn(list)) made.remove()
    for (const entry of entriesOf(group)) addEntry(list, entry)
    list.querySelector(".none input").checked = Array.isArray(records.get(placeOf(group, ""))?.value)
    nameEntries(list)
  }
}

// Put the card into a symptom, the first time that it is shown.
function fillCard(group) {
  const room = group.querySelector(".card")
  if (!room || room.childElementCount) return
  for (const pattern of card.querySelectorAll("[data-q]")) {
    const question = pattern.cloneNode(true)
    question.dataset.q = group.dataset.group + question.dataset.q
    prepare(question, `-${group.dataset.group}`)
    write(question, records.get(placeOf(question.dataset.q, ""))?.value ?? null)
    const end = pattern.closest(".end") ? group : room
    end.append(question)
  }
}
