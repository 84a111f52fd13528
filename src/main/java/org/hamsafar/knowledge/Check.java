package org.hamsafar.knowledge;

/**
 * Everything that {@code check} looks for. Each has a line in {@code docs/checks.md} and a file
 * that fails it in the tests.
 */
public enum Check {
  K001(Severity.ERROR, "the file is too large", "split it, or remove what does not belong here"),
  K002(Severity.ERROR, "the file is not UTF-8 text", "save it again with the encoding UTF-8"),
  K003(
      Severity.ERROR,
      "a character that turns the direction of text (bidi override) stands here",
      "delete it; the bot sets directions itself"),
  K004(
      Severity.ERROR,
      "a link leads out of the knowledge folder",
      "put the file itself here instead of a link"),
  K005(
      Severity.ERROR,
      "the YAML cannot be read",
      "mend this line: check quotes, colons, indentation, and that no key stands twice"),
  K006(Severity.ERROR, "an unknown key", "correct its spelling or remove it"),
  K007(Severity.ERROR, "a value is missing", "add it"),
  K008(Severity.ERROR, "a value has the wrong form", "write it as docs/knowledge-format.md shows"),
  K009(
      Severity.ERROR,
      "a folder name is not valid",
      "use guidance/<country>/<topic>/<entry>/ in small Latin letters, digits and hyphens"),
  K010(Severity.ERROR, "an unknown country", "use a code that has a file in countries/"),
  K011(Severity.ERROR, "an unknown topic", "use an id from topics.yaml"),
  K012(
      Severity.ERROR,
      "the first topic is not that of the folder",
      "name the folder's topic first, or move the folder"),
  K013(Severity.ERROR, "no source is given", "add at least one source with title and publisher"),
  K014(
      Severity.WARNING,
      "none of the sources has an address",
      "add a url if one can be confirmed; never guess one"),
  K015(
      Severity.ERROR,
      "the checked date lies in the future",
      "write the day on which somebody saw the source say so"),
  K016(Severity.ERROR, "an id stands twice", "give one of the two another id"),
  K020(
      Severity.ERROR,
      "the text has no front matter",
      "begin the file with a line --- , the keys, and a line ---"),
  K021(Severity.ERROR, "the title is too long", "use at most 80 characters"),
  K022(Severity.ERROR, "the number of questions is not 3 to 8", "add or remove ways of asking"),
  K023(
      Severity.WARNING,
      "the short answer is too long",
      "use at most 60 words (80 in other languages) in the first paragraph"),
  K024(Severity.ERROR, "HTML stands in the text", "use plain words and the Markdown of the format"),
  K025(
      Severity.ERROR,
      "Markdown that the bot cannot show",
      "use paragraphs, one-level lists, **bold**, links and ### headings only"),
  K026(
      Severity.ERROR,
      "the translation names a revision that the source text does not have",
      "compare with the source text and name its revision"),
  K027(
      Severity.WARNING,
      "the translation is of an older revision",
      "compare with the source text, mend, and name its revision"),
  K028(Severity.ERROR, "the source text is missing", "add en.md"),
  K029(
      Severity.ERROR,
      "the file is not a text of a known language",
      "name it as a tag of languages.yaml with .md"),
  K030(Severity.WARNING, "a related entry does not exist", "correct the id or remove it"),
  K031(
      Severity.WARNING,
      "the day of review has passed",
      "check the sources, mend the text, set a new review-by"),
  K032(
      Severity.ERROR,
      "numbers differ from the source text",
      "write the same numbers, dates and phone numbers with the digits 0-9"),
  K033(
      Severity.ERROR,
      "addresses differ from the source text",
      "give the same links in every language"),
  K034(
      Severity.WARNING,
      "the same question stands in two entries",
      "keep it in the entry that answers it best"),
  K035(Severity.ERROR, "an unknown status", "use an id from statuses in the country's file"),
  K036(
      Severity.ERROR,
      "a contested question needs at least two views",
      "add a heading ### and a paragraph for each view"),
  K037(Severity.ERROR, "a plan's step or a first question points to no entry", "correct the id"),
  K038(
      Severity.WARNING,
      "the text is too long",
      "use at most 220 words (300 in other languages); split the entry"),
  K039(
      Severity.ERROR,
      "a help line has neither number nor address",
      "add number or url, as its source gives it"),
  K040(
      Severity.ERROR,
      "a test expects an entry that does not exist",
      "correct the id; or write none, crisis or harmless"),
  K041(
      Severity.ERROR,
      "a message of the bot is missing or broken",
      "write the key with the same {placeholders} as in messages/en.yaml"),
  K042(
      Severity.ERROR,
      "a danger phrase cannot be read",
      "use words, a|b, *, ? and ~ as safety/README.md shows"),
  K043(
      Severity.ERROR,
      "fewer than 2 ways of asking in Latin letters",
      "add them under latin:, as people type on a phone"),
  K044(
      Severity.WARNING,
      "a contested question lacks two reviewers",
      "ask two readers of different communities and add their names under reviewers:"),
  K045(
      Severity.ERROR,
      "the recording is not a voice note",
      "save it as Opus in an Ogg file of at most 1024 kB, named like the text: fa-AF.ogg beside fa-AF.md"),
  K046(
      Severity.ERROR,
      "what is told is of a matter that no entry has",
      "write the matter: of an entry, or the last part of its id where it has none"),
  K047(
      Severity.ERROR,
      "what is to be read in danger is no entry",
      "correct the id under read-in-danger:, or remove it");

  /** Whether a fault fails the check. */
  public enum Severity {
    ERROR,
    WARNING
  }

  private final Severity severity;
  private final String what;
  private final String remedy;

  Check(Severity severity, String what, String remedy) {
    this.severity = severity;
    this.what = what;
    this.remedy = remedy;
  }

  public Severity severity() {
    return severity;
  }

  /** What is wrong, as a clause. */
  public String what() {
    return what;
  }

  /** How to mend it. */
  public String remedy() {
    return remedy;
  }
}
