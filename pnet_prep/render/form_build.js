// The page comes as a form for a pen: texts, answers in lists, no fields. Here each question becomes
// one to press or to type in. The form for a pen is kept, to be printed while nothing is answered.

const form = document.querySelector("form")
const paper = form.cloneNode(true)
const PASSED = [["not_sure", "choose.not_sure"], ["declined", "choose.declined"]]
let built = 0

function made(tag, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...inside)
  return element
}

// A box or circle to press, with its words.
const pressed = (properties, ...words) => made("label", {}, made("input", properties), ...words)

// Answers that several questions share stand once, in a list for the pen.
const sharedLines = [...form.querySelectorAll(".shared li > span")].map(one => one.textContent)

function build(room) {
  for (const one of room.querySelectorAll("[data-lines]")) {
    one.append(...one.dataset.lines.split(" ").map(line => made("li", {}, sharedLines[line])))
  }
  for (const one of room.querySelectorAll("table, .paper")) one.remove()
  for (const one of room.querySelectorAll(".help")) {
    one.replaceWith(made("details", {}, made("summary", {}, say("form.help")), ...one.childNodes))
  }
  for (const one of room.querySelectorAll("[data-about]")) addWording(one)
  for (const one of room.querySelectorAll("[data-q]")) one.replaceWith(questionOf(one))
  for (const one of room.querySelectorAll("[data-list]")) one.replaceWith(listOf(one))
  for (const one of room.querySelectorAll("[data-group]:not([data-plain])")) {
    const head = one.querySelector(":scope > details") ?? one.querySelector("h3")
    head.after(made("div", { className: "card" }))
  }
}

// Beside words for the patient, those for somebody who helps.
function addWording(own) {
  const parts = own.dataset.about.split("{name}").flatMap((part, place) =>
    place ? [made("bdi", {}, say("person.unnamed")), part] : [part])
  own.after(made("span", { className: "it" }, ...parts))
  own.className = "me"
  delete own.dataset.about
}

// An element with what is known of a question or list, and how it is asked.
function headed(plain, tag, head, properties) {
  const element = made(tag, { className: plain.className })
  Object.assign(element.dataset, plain.dataset)
  if (plain.dataset.q?.startsWith(".")) element.dataset.q = (plain.closest("[data-group]")?.dataset.group ?? "") + plain.dataset.q
  element.append(made(head, properties, ...plain.querySelector("p").childNodes))
  const help = plain.querySelector(":scope > details")
  if (help) element.append(help)
  return element
}

function questionOf(plain) {
  const kind = plain.className
  const name = `n${++built}`
  const answers = [...plain.querySelectorAll("li")]
  if (["one", "many", "scale"].includes(kind)) {
    const question = headed(plain, "fieldset", "legend")
    const type = kind === "many" ? "checkbox" : "radio"
    const ids = idsOf(plain, answers)
    question.dataset.alone = ids.filter(one => one.startsWith("!")).map(bare).join(" ")
    question.append(...answers.map((one, place) => one.className
      ? made("label", { className: "own" }, ...one.childNodes, " ", made("input", { type: "text" }))
      : pressed({ type, name: type === "radio" ? name : "", value: bare(ids[place]) }, ...one.childNodes)))
    return question
  }
  const id = `f${built}`
  const question = headed(plain, "div", "label", { htmlFor: id })
  question.append(kind === "long" ? made("textarea", { id, rows: 3 }) : made("input", { type: "text", id }))
  if (kind === "number") question.lastChild.inputMode = "numeric"
  if (answers.length) {
    const units = answers.map(({ textContent: unit }) => pressed({ type: "radio", name, value: unit }, unit))
    question.append(made("fieldset", { className: "units" }, made("legend", {}, say("either.unit")), ...units))
  }
  return question
}

const bare = id => id.replace("!", "")
const idsOf = ({ className: kind, dataset: { ids } }, answers) =>
  ids?.split(" ") ?? (kind === "scale" ? answers.map(one => one.textContent) : ["yes", "no"])

// A list with the pattern of its entries, and what adds and removes one.
function listOf(plain) {
  const list = headed(plain, "fieldset", "legend")
  const pattern = made("fieldset", { className: "entry proto" }, made("legend"))
  const button = (className, word) => made("button", { type: "button", className }, say(word))
  pattern.append(...plain.querySelector(".entry").children, button("remove", "list.remove"))
  const none = pressed({ type: "checkbox" }, say("list.none"))
  none.className = "none"
  list.append(made("div", { className: "entries" }), pattern, button("add", "list.add_first"), none)
  return list
}

// What may be said in place of an answer.
const passing = () => made("div", { className: "passed" },
  ...PASSED.map(([value, word]) => pressed({ type: "checkbox", value }, say(word))))

build(form)
const spare = document.getElementById("card")
if (spare) build(spare.content)
