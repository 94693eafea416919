package dev.kefu.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Cases as people who work on them read them: what is known, and who did what when. Each answer costs a fixed number of queries. Nothing classified is in it.
 * Whoever asks for a single case has checked that the person may see it.
 */
public interface CaseStory {

  /** Greatest number of steps or cases on a page. */
  int PAGE = 15;

  /** What is known of the case with this number, running or ended; empty for an unknown one. */
  Optional<Known> known(String caseNumber);

  /**
   * What happened in it so far, the latest first.
   *
   * @param page counted from 0
   */
  Page<Event> path(String caseNumber, int page);

  /**
   * The running cases of a customer as far as the person on whose behalf the thread runs may read them, the newest numbers first.
   *
   * @param page counted from 0
   */
  Page<CaseLine> openCasesOf(String customerCode, int page);

  /**
   * The cases that a person started, running and ended, the newest first.
   *
   * @param page counted from 0
   */
  Page<CaseLine> startedBy(String userId, int page);

  /** Whether the person has ever completed a task. */
  boolean hasCompletedATask(String userId);

  /**
   * Part of a list.
   *
   * @param number of the page, counted from 0
   * @param total of all pages
   */
  record Page<T>(List<T> items, int number, int size, long total) {
  }

  /**
   * What is known of a case.
   *
   * @param procedure what people call its process
   * @param starter name of the person who started it; null for none
   * @param endedAt null while it runs
   * @param customerCode null while it knows no customer
   * @param sheets what was handed in, the last version of each form, in the order in which the forms came first
   */
  record Known(String caseNumber, String procedure, String starter, Instant startedAt, Instant endedAt, String customerCode, String customerName, String customerGrade,
               List<Sheet> sheets) {
  }

  /**
   * What a form said.
   *
   * @param title what the model calls the step
   * @param procedure what people call the part of the case to which it belongs; null for the case's own process
   */
  record Sheet(String title, String procedure, List<Fact> facts) {
  }

  /**
   * A field that was filled in.
   *
   * @param value ready to be read; null for a list
   * @param rows of a list, each with the fields that were filled in; null for any other
   */
  record Fact(String label, String value, List<List<Fact>> rows) {
  }

  /**
   * Something that happened in a case.
   *
   * @param name what the model calls the step or event
   * @param procedure as of a {@link Sheet}
   * @param by name of the person; null for nobody yet, and for what happens by itself
   * @param onBehalfOf name of whoever had delegated the task; null for nobody
   * @param note the reason of a correction; null for anything else
   */
  record Event(String name, String procedure, Kind kind, Instant startedAt, Instant endedAt, String by, String onBehalfOf, String note) {
  }

  /** What an event is to those who read it. */
  enum Kind {
    /** A task that was done. */
    DONE,
    /** A task that is open, or something that the case waits for. */
    OPEN,
    /** A task that was not done any more. */
    CANCELLED,
    /** Something came: a message, a moment, the decision of a called procedure. */
    HAPPENED,
    /** A form was corrected. */
    CORRECTED
  }

  /**
   * A case in one line.
   *
   * @param standsAt names of the open steps; empty where no person has it
   * @param endedAt null while it runs
   * @param due the first deadline; null for none
   */
  record CaseLine(String caseNumber, String procedure, String standsAt, Instant startedAt, Instant endedAt, Instant due) {
  }
}
