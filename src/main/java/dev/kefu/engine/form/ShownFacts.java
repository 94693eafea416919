package dev.kefu.engine.form;

import dev.kefu.engine.CaseVariables;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a browser gets with a form, and nothing more.
 *
 * @param cut the variables that the form reads or writes, each cut down to the paths that the form names
 * @param shown the value of variable {@code shown}: the facts that the form mentions, as people read them; what is missing or empty is null, a list
 *   without rows is empty
 */
public record ShownFacts(Map<String, Object> cut, Map<String, Object> shown) {

  private static final String CASE_NUMBER = "caseNumber";

  /**
   * Computes both.
   *
   * @param form the bound form
   * @param writers variable name to the form that wrote it, as far as known; says how its values are read
   * @param caseVariables plain Java values
   * @param caseNumber shown as {@code shown.caseNumber}
   * @param clock for expressions that ask for today; its zone is where date-times are read
   */
  public static ShownFacts of(FormDefinition form, Map<String, FormDefinition> writers, Map<String, Object> caseVariables, String caseNumber, Clock clock) {
    PathTree named = new PathTree();
    PathTree asFacts = new PathTree();
    form.fields().forEach(field -> named.add(FormPaths.split(field.path())));
    for (List<String> path : form.mentioned()) {
      if (!path.get(0).equals(CaseVariables.SHOWN)) {
        named.add(path);
      } else if (path.size() > 1) {
        asFacts.add(path.subList(1, path.size()));
      }
    }
    FactFormat format = new FactFormat(caseVariables, clock);
    Map<String, Object> shown = new LinkedHashMap<>();
    asFacts.members().forEach((variable, wanted) -> {
      FormDefinition writer = writers.get(variable);
      shown.put(variable, format.fact(wanted, caseVariables.get(variable), writer == null ? null : writer.shape().members().get(variable)));
    });
    shown.put(CASE_NUMBER, caseNumber);
    return new ShownFacts(named.cut(caseVariables), shown);
  }
}
