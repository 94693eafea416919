package dev.kefu.organisation;

import java.util.List;

/**
 * A job title of the handbook, or an outside role; its id is the group id in the engine.
 *
 * @param id kebab-case
 * @param title English title
 * @param chinese the handbook's title
 * @param superior id of the role that it reports to; null for the general manager
 * @param section section of the department ({@code survey}, {@code relationship}, …), {@code management}, or {@code outside}
 * @param applications web applications it may open ({@code tasklist}, {@code cockpit}, {@code admin}, {@code welcome})
 * @param starts ids of the processes that it may start
 * @param readsHistoryOf ids of the processes whose history it may read; {@code *} for all
 * @param cancels ids of the processes whose cases it may cancel; {@code *} for all
 */
public record Role(String id, String title, String chinese, String superior, String section, List<String> applications,
                   List<String> starts, List<String> readsHistoryOf, List<String> cancels) {

  /** What people see: English followed by the handbook's Chinese term. */
  public String label() {
    return title + " " + chinese;
  }
}
