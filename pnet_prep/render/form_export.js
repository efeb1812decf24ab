// The answers on their way out: as a file, or as text for a message. The file is in
// docs/form-answers.md.

const FILE = "pnet-prep-answers.json"
const UNSENT = new Set(["person", "person.answering", "helper.name", "helper.relation"])
const LINE = 64
const MOST_SENT = 200 // of one answer: join reads no more

// Text of what was answered to a question, in the words of the page.
function shownAnswer(question) {
  const value = read(question)
  if (value === null) return ""
  if (value.none) return passedIn(question).find(one => one.checked).closest("label").textContent.trim()
  const chosen = choicesOf(question).filter(one => one.checked)
  if (!chosen.length) return value
  return chosen.map(one => one.closest("label").textContent.trim()).join(say("list.comma"))
}

const onPage = () => [...form.querySelectorAll("[data-q]")].filter(one => !one.closest(".off"))
const unreadable = () => onPage().filter(one => one.querySelector("[aria-invalid=true]"))

// The records that are sent: what the page asks now and can be read, and what is gone.
function toSend() {
  const wrong = new Set(unreadable().map(one => placeOf(one.dataset.q, entryOf(one))))
  const asked = new Set(onPage().map(one => placeOf(one.dataset.q, entryOf(one))))
  const sent = record => {
    const place = placeOf(record.item, record.entry)
    if (UNSENT.has(record.item) || wrong.has(place)) return false
    return record.removed || isGone(record) || asked.has(place) || protos.has(record.item)
  }
  return [...records.values()].filter(sent).sort((one, other) => one.first - other.first)
}

// Who fills this in, kept as an answer is: what was sent of it before has to be known later.
function helperNow() {
  const relation = records.get("helper.relation ")?.value
  const said = { name: data.person.name || textAt("helper.name") }
  if (typeof relation === "string") said.relation = relation
  answer("person", "", who() === "patient" ? { name: data.person.name } : said)
  return records.get("person ")
}

const before = ({ sent, at }) => sent.filter(one => one.at !== at)

function asFile(sent) {
  const answers = sent.map(record => {
    const { item, entry, value, at, on } = record
    const place = entry ? { item, entry } : { item }
    if (record.removed) return { ...place, removed: true, at, on }
    const earlier = before(record)
    return { ...place, value, at, on, ...(earlier.length ? { earlier } : {}) }
  })
  const helper = helperNow()
  const earlier = before(helper).map(({ value, at }) => ({ ...value, at }))
  return {
    "pnet-prep": "form answers",
    format: 1,
    visit: data.visit,
    form: data.form,
    as: who(),
    person: {
      id: data.person.id,
      ...helper.value,
      at: helper.at,
      ...(earlier.length ? { earlier } : {}),
    },
    answers,
  }
}

// Whether the answers can go out; if not, it is said why.
function ready() {
  if (!who()) {
    tell("form.who_first")
    form.querySelector("[data-q='person.answering'] input").focus()
    return false
  }
  if (toSend().length) return true
  tell("form.nothing")
  return false
}

// Remember what somebody may have now, so that a later file can say what it takes the place of.
function markSent(sent) {
  for (const record of [...sent, helperNow()]) {
    if (record.removed || record.sent.some(one => one.at === record.at)) continue
    const { value, at, on } = record
    put(placeOf(record.item, record.entry), { ...record, sent: [...record.sent, { value, at, on }].slice(-MOST_SENT) })
  }
  refresh()
}

function tell(word, slots) {
  const lines = [say(word, slots), ...(unreadable().length ? [say("form.look")] : [])]
  const told = document.getElementById("told")
  told.textContent = lines.join(" ")
  told.scrollIntoView({ block: "nearest" })
}

function download() {
  if (!ready()) return
  const sent = toSend()
  const file = new Blob([JSON.stringify(asFile(sent), null, 1)], { type: "application/json" })
  const link = document.createElement("a")
  link.href = URL.createObjectURL(file)
  link.download = FILE
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
  markSent(sent)
  tell("form.downloaded", { file: FILE })
}

async function copy() {
  if (!ready()) return
  const sent = toSend()
  const text = `${readable().join("\n")}\n\n${armored(JSON.stringify(asFile(sent)))}\n`
  const field = document.getElementById("text")
  field.value = text
  document.getElementById("by-hand").hidden = false
  markSent(sent)
  try {
    await navigator.clipboard.writeText(text)
    tell("form.copied")
  } catch {
    field.select()
    tell("form.copy.by_hand")
  }
}

// Question and answer, a line each, under the names of parts and entries.
function readable() {
  const lines = [document.title]
  let heads = []
  const add = (label, value) => {
    lines.push(...heads, say("sheet.labelled", { label: label.replace(/[:.?]$/, ""), value }))
    heads = []
  }
  for (const part of form.querySelectorAll("h2, h3, .entry > legend, [data-q], [data-list]")) {
    if (part.closest(".off")) continue
    if (part.dataset.list) {
      const none = Array.isArray(records.get(placeOf(part.dataset.list, ""))?.value)
      if (none) add(textOf(part.querySelector("legend")), say("answer.none_listed"))
    } else if (part.dataset.q) {
      const said = shownAnswer(part)
      if (said) add(textOf(part.querySelector("legend, label")), said)
    } else if (part.matches("h2")) {
      heads = ["", textOf(part)]
    } else {
      heads = [...heads.slice(0, 2), textOf(part)]
    }
  }
  return lines
}

// The words of an element in the wording that is shown.
function textOf(element) {
  const copied = element.cloneNode(true)
  for (const one of copied.querySelectorAll(root.classList.contains("about") ? ".me" : ".it")) one.remove()
  return copied.textContent.replace(/\s+/g, " ").trim()
}

// The file between two marks, in letters that no mail program changes.
function armored(json) {
  const bytes = new TextEncoder().encode(json)
  let letters = ""
  for (const byte of bytes) letters += String.fromCharCode(byte)
  const lines = btoa(letters).match(new RegExp(`.{1,${LINE}}`, "g"))
  const sum = crc32(bytes).toString(16).padStart(8, "0")
  return ["-----BEGIN PNET-PREP ANSWERS-----", ...lines, `=${sum}`, "-----END PNET-PREP ANSWERS-----"].join("\n")
}

function crc32(bytes) {
  let sum = -1
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum >>> 1 ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

async function erase() {
  if (!await storage.erase()) {
    tell("form.not_erased")
    return
  }
  records.clear()
  document.getElementById("by-hand").hidden = true
  document.getElementById("text").value = ""
  form.before(urgent)
  showAll()
  tell("form.erased")
}

const sure = document.getElementById("sure")
document.getElementById("download").addEventListener("click", download)
document.getElementById("copy").addEventListener("click", copy)
document.getElementById("erase").addEventListener("click", () => sure.showModal())
document.getElementById("keep").addEventListener("click", () => sure.close())
document.getElementById("gone").addEventListener("click", () => {
  sure.close()
  erase()
})

start()
