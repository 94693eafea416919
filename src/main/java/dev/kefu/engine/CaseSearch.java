package dev.kefu.engine;

import dev.kefu.engine.CaseStory.CaseLine;
import dev.kefu.engine.CaseStory.Page;
import java.util.Collection;

/** Finds cases, running and ended, as far as the person on whose behalf the thread runs may read them. */
public interface CaseSearch {

  /** So many of the newest cases that fit are looked at. */
  int MOST = 500;

  /**
   * Finds cases by the beginning of their number, by their customer, and by what their forms said.
   *
   * @param typed what the person typed, at least two characters
   * @param customerCodes customers that were found by the same; empty for whoever may not look for customers
   * @param page counted from 0
   */
  Page<CaseLine> find(String typed, Collection<String> customerCodes, int page);
}
