// Which kinds of medicine or sign a person's own words name, as engine/phrase_book.py finds them.

const books = new Map(Object.entries(data.wordLists).map(([name, list]) => [name, bookOf(list)]))
const kindsSeen = new Map()

// The kinds named in what was typed at a question; null where no known name is in it.
function kindsIn(item, text) {
  const name = data.recognised[item] ?? data.recognised[item.slice(item.lastIndexOf("."))]
  const book = books.get(name)
  if (!book) return null
  const seen = `${name} ${text}`
  if (!kindsSeen.has(seen)) kindsSeen.set(seen, found(book, text))
  return kindsSeen.get(seen)
}

function bookOf({ names, notAfter }) {
  const undo = notAfter.map(one => one.split("…").map(bareWords))
  const book = {
    kinds: new Map(),
    longest: 0,
    near: new Set(undo.filter(one => one.length === 1).map(([words]) => words.join(" "))),
    far: undo.filter(one => one.length > 1).map(one => [one[0], one.at(-1)]),
    furthest: Math.max(0, ...undo.filter(one => one.length === 1).map(([words]) => words.length)),
  }
  for (const [kind, written] of Object.entries(names)) {
    for (const name of written.split("|")) {
      const words = bareWords(name)
      const phrase = words.join(" ")
      if (!words.length) continue
      book.kinds.set(phrase, [...(book.kinds.get(phrase) ?? []), kind])
      book.longest = Math.max(book.longest, words.length)
    }
  }
  return book
}

function found(book, text) {
  const words = book.near.size ? markedWords(text) : bareWords(text)
  const kinds = new Set()
  for (let start = 0; start < words.length; start++) {
    for (let size = 1; size <= book.longest && start + size <= words.length; size++) {
      const named = book.kinds.get(words.slice(start, start + size).join(" "))
      if (named && !undone(book, words.slice(0, start))) named.forEach(kind => kinds.add(kind))
    }
  }
  return kinds.size ? kinds : null
}

// The words with the marks between them: a comma stays one, any other is an empty word.
function markedWords(text) {
  const parts = text.split(/([.,;:!?()\n])/)
  return ["", ...parts.flatMap((part, place) => place % 2 ? [part === "," ? "," : ""] : bareWords(part))]
}

// Whether a word right before a name undoes it, or one far before it ("no … or").
function undone(book, before) {
  for (let size = 1; size <= Math.min(book.furthest, before.length); size++) {
    if (book.near.has(before.slice(-size).join(" "))) return true
  }
  const sentence = before.slice(before.lastIndexOf("") + 1)
  return book.far.some(([first, last]) => {
    const front = sentence.slice(0, sentence.length - last.length)
    const ends = sentence.slice(sentence.length - last.length).join(" ") === last.join(" ")
    return ends && ` ${front.join(" ")} `.includes(` ${first.join(" ")} `)
  })
}

// The words of a text in small letters without accents.
function bareWords(text) {
  const folded = one => one.toUpperCase().toLowerCase()
  const apart = folded(folded(text).normalize("NFKD")).normalize("NFKD").replace(/\p{Mn}/gu, "")
  return apart.match(/[\p{L}\p{N}]+/gu) ?? []
}
