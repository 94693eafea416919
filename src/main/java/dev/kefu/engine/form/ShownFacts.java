package dev.kefu.engine.form;

import dev.kefu.engine.CaseVariables;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a browser gets with a form, and nothing more.
 *
 * @param cut the variables that the form reads or writes, each cut down to the paths that the form names
 * @param shown the value of variable {@code shown}: facts of the case as people read them
 */
public record ShownFacts(Map<String, Object> cut, Map<String, Object> shown) {

  private static final String CASE_NUMBER = "caseNumber";

  /**
   * Computes both.
   *
   * @param form the bound form
   * @param writers variable name to the form that wrote it, as far as known; says how its values are to be read
   * @param caseVariables plain Java values
   * @param caseNumber shown as {@code shown.caseNumber}
   * @param zone where date-times are read
   */
  public static ShownFacts of(FormDefinition form, Map<String, FormDefinition> writers, Map<String, Object> caseVariables, String caseNumber, ZoneId zone) {
    PathTree named = new PathTree();
    form.fields().forEach(field -> named.add(FormPaths.split(field.path())));
    form.mentioned().stream().filter(path -> !path.get(0).equals(CaseVariables.SHOWN)).forEach(named::add);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(CASE_NUMBER, caseNumber);
    return new ShownFacts(named.cut(caseVariables), shown);
  }
}
