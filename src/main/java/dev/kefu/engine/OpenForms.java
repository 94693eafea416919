package dev.kefu.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Forms of open tasks as the person stands to them on whose behalf the thread runs, for what is kept of a form before it is handed in. */
public interface OpenForms {

  /**
   * The names of the variables that a task's form writes. Empty for a task that the person cannot complete now: one that is not open, is not theirs to claim, is in
   * somebody else's hands, or is barred to them by four eyes; none for a task without a form.
   */
  Optional<Set<String>> rootsOf(String taskId);

  /**
   * Takes classified values out of what stands in a form that the person may complete, as far as they are what the register keeps already, or stand for it. They stay
   * where they are kept, and are read from there by those alone who may; what the person typed anew stays.
   *
   * @param typed by root; changed in place, maps inside included
   */
  void takeOutKept(String taskId, Map<String, Object> typed);
}
