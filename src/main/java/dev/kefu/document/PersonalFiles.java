package dev.kefu.document;

import java.util.function.UnaryOperator;

/** Files of a case in which somebody can be recognised. Callers have checked that this may be undone for good. */
public interface PersonalFiles {

  /**
   * Makes a person unrecognisable in the files of a case; a file in which that cannot be done is deleted, and its entry says so. Done twice, it changes nothing.
   *
   * @param anonymous replaces in a text what names the person
   * @param by user id, for the audit trail
   * @return how many contents were changed or deleted
   */
  int erase(String caseNumber, UnaryOperator<String> anonymous, String by);
}
