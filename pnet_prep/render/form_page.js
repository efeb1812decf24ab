// The page as a whole: what is shown, what should not wait, and whether answers are kept.

const root = document.documentElement
const urgent = document.getElementById("urgent")
const gated = new Map([...form.querySelectorAll("[data-if]")].map(one => [wholeName(one), data.whens[one.dataset.if]]))
const signs = data.flags.map(([level, said, when]) => [level, said.map(one => data.texts[one]).join(" "), when])
const told = new Set()

// What one person's answers say, without those to questions that they no longer lead to.
function viewOf(closed) {
  const isOpen = (item, entry) =>
    !closed.has(item) && !closed.has(homes.get(item)) && !(entry && closed.has(placeOf(item, entry)))
  const at = (item, entry) => {
    if (item === "person.answering") return who() ? { item, value: who() } : null
    const record = entry && records.get(placeOf(item, entry)) || records.get(placeOf(item, ""))
    return record && !record.removed && isOpen(item, record.entry) ? record : null
  }
  return {
    at,
    dates: null,
    entries: group => entriesOf(group),
    complete: group => Array.isArray(records.get(placeOf(group, ""))?.value),
  }
}

// The questions that are closed, in the order asked: each is decided with the answers before it.
function closedPlaces() {
  const closed = new Set()
  const view = viewOf(closed)
  for (const [item, when] of gated) {
    const home = homes.get(item)
    for (const entry of protos.has(home) ? allEntries(home) : [""]) {
      if (!mayHold(when, view, entry)) closed.add(entry ? placeOf(item, entry) : item)
    }
  }
  return closed
}

// The id of a question, group, list or text.
function nameOf({ dataset: { q, group, list, note } }) {
  return q ?? group ?? list ?? note
}

// The same for a question in the pattern of an entry, whose id goes on from that of the list.
function wholeName(element) {
  const name = nameOf(element)
  return name.startsWith(".") ? element.closest("[data-list]").dataset.list + name : name
}

const allEntries = group => entriesIn(listAt(group)).map(one => one.dataset.entry)

// The signs that should not wait, those for now first.
function firedSigns(closed) {
  const view = viewOf(closed)
  const fired = signs.filter(([, , when]) => mayHold(when, view))
  return [...fired.filter(one => one[0] === "now"), ...fired.filter(one => one[0] !== "now")]
}

function refresh(question = null) {
  const closed = closedPlaces()
  for (const element of form.querySelectorAll("[data-if]")) {
    const name = nameOf(element)
    const entry = entryOf(element)
    const off = closed.has(entry ? placeOf(name, entry) : name)
    element.classList.toggle("off", off)
    if (!off && element.dataset.group) fillCard(element)
  }
  root.classList.toggle("about", who() === "caregiver")
  fixWho()
  const name = textAt("person.name") || say("person.unnamed")
  for (const one of document.querySelectorAll("bdi")) one.textContent = name
  warn(firedSigns(closed), question)
}

// Whose view the answers are is part of them, so it stays once somebody may have them.
function fixWho() {
  const question = form.querySelector("[data-q='person.answering']")
  if (!question) return
  const fixed = [...records.values()].some(one => one.sent.length)
  for (const one of choicesOf(question)) one.disabled = fixed
  document.getElementById("who-fixed").hidden = !fixed
  question.append(document.getElementById("who-fixed"))
}

// Say what should not wait where the answer was given, and once more at the end.
function warn(fired, question) {
  const news = fired.filter(one => !told.has(one[1]))
  told.clear()
  for (const one of fired) told.add(one[1])
  document.getElementById("urgent-end").hidden = !fired.length
  urgent.hidden = !fired.length
  document.getElementById("urgent-link").hidden = !fired.length
  if (news.length && question) question.after(urgent)
  else if (urgent.closest(".off")) form.before(urgent)
  const lines = [...new Set(fired.map(one => one[1]))]
  if (fired.some(one => one[0] === "now")) lines.push(...numbers())
  if (fired.length && !storage.refused) lines.push(say("flag.saved"))
  const shown = lines.join("\n")
  if (urgent.dataset.shown === shown && !news.length) return
  urgent.dataset.shown = shown
  const head = document.createElement("p")
  head.append(Object.assign(document.createElement("strong"), { textContent: say("form.urgent") }))
  urgent.replaceChildren(head, ...lines.map(line => Object.assign(document.createElement("p"), { textContent: line })))
}

// Whom to call: the team's own number first, then that of the country.
function numbers() {
  const team = textAt("team.phone")
  const place = data.places[textAt("person.country")]
  const line = place
    ? say("phone.emergency", { place: place[0], number: place[1] })
    : say("phone.emergency.unknown")
  return team ? [say("phone.team", { number: team }), line] : [line]
}

function tellState() {
  const status = document.getElementById("status")
  const refused = document.getElementById("refused")
  const word = storage.refused ? "form.refused" : "form.saved"
  const text = storage.saved || storage.refused ? say(word) : ""
  if (status.textContent !== text) status.textContent = text
  if (refused.hidden === storage.refused) {
    refused.hidden = !storage.refused
    refused.textContent = storage.refused ? say("form.refused.how") : ""
  }
}

form.addEventListener("input", event => {
  const question = event.target.closest("[data-q]")
  const list = event.target.closest("[data-list]")
  if (!question) {
    answer(list.dataset.list, "", event.target.checked ? [] : null)
    refresh()
    return
  }
  settle(question, event.target)
  answer(question.dataset.q, entryOf(question), read(question))
  if (list) nameEntries(list)
  refresh(question)
})

// A chosen answer can be taken back: press it once more.
let wasChosen = null
form.addEventListener("pointerdown", event => {
  const radio = event.target.closest("label")?.querySelector("[type=radio]")
  wasChosen = radio?.checked ? radio : null
})
form.addEventListener("click", event => {
  if (event.target === wasChosen) takeBack(event.target)
  if (event.target.matches("[type=radio]")) wasChosen = null
  const list = event.target.closest("[data-list]")
  if (event.target.matches(".add")) pressAdd(list)
  if (event.target.matches(".remove")) pressRemove(event.target.closest(".entry"))
})
form.addEventListener("keydown", event => {
  if (event.key === " " && event.target.matches("[type=radio]:checked")) {
    event.preventDefault()
    takeBack(event.target)
  }
  if (event.key === "Enter" && event.target.matches("input")) event.preventDefault()
})

function takeBack(radio) {
  radio.checked = false
  radio.dispatchEvent(new Event("input", { bubbles: true }))
}

// Without any answer the page prints as the form for a pen.
addEventListener("beforeprint", () => {
  if (records.size) return
  root.classList.remove("live")
  form.hidden = true
  form.after(paper)
})
addEventListener("afterprint", () => {
  root.classList.add("live")
  form.hidden = false
  paper.remove()
})
addEventListener("pagehide", storage.write)
document.addEventListener("visibilitychange", storage.write)
addEventListener("beforeunload", event => {
  if (records.size && (storage.refused || storage.waiting.size)) event.preventDefault()
})

function showAll() {
  form.reset()
  showLists()
  for (const question of form.querySelectorAll("[data-q]")) {
    write(question, records.get(placeOf(question.dataset.q, entryOf(question)))?.value ?? null)
  }
  refresh()
  tellState()
}

async function start() {
  takeProtos()
  root.classList.add("live")
  for (const question of form.querySelectorAll("[data-q]")) prepare(question)
  form.reset()
  for (const record of await storage.load()) {
    if (!records.has(placeOf(record.item, record.entry))) records.set(placeOf(record.item, record.entry), record)
  }
  showAll()
  root.dataset.ready = ""
}
