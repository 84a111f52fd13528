package org.hamsafar.knowledge;

/**
 * A fault in a file of the knowledge folder, which a volunteer can mend.
 *
 * @param file path below the knowledge folder
 * @param line from 1; 0 if the fault is of the file as a whole
 * @param detail what is wrong with just this place
 */
public record Problem(Check check, String file, int line, String detail)
    implements Comparable<Problem> {

  public boolean isError() {
    return check.severity() == Check.Severity.ERROR;
  }

  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    return line != other.line ? Integer.compare(line, other.line) : check.compareTo(other.check);
  }
}
