package dev.kefu.history.cases;

import dev.kefu.engine.CaseRecord.HandedIn;
import dev.kefu.engine.ClassifiedReading;
import dev.kefu.engine.ShownField;
import dev.kefu.history.cases.CaseHistory.Change;
import dev.kefu.history.cases.CaseHistory.Field;
import dev.kefu.history.cases.CaseHistory.Form;
import dev.kefu.history.cases.CaseParts.PartRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows forms as they were handed in: labels and readable values, classified ones to their readers alone. */
@Component
@RequiredArgsConstructor
class FormsAsHandedIn {

  private final JdbcClient jdbc;
  private final ClassifiedReading classified;

  /**
   * Forms to show.
   *
   * @param classified whether a classified value was handed in
   */
  record Shown(List<Form> forms, boolean classified) {
  }

  /** Version of a form in a deployment. */
  private record FormVersion(String deploymentId, String formId, int version) {
  }

  /** What was handed in in these parts. Each classified value that the person reads is audited. */
  Shown of(String caseNumber, List<HandedIn> handedIn, List<PartRow> parts) {
    Map<String, String> deployments = new HashMap<>();
    parts.stream().filter(part -> part.deploymentId() != null).forEach(part -> deployments.put(part.id(), part.deploymentId()));
    Map<String, Integer> versions = versions(deployments);
    Map<String, HandedIn> before = new HashMap<>();
    Map<String, Integer> editions = new HashMap<>();
    Map<String, Optional<String>> secrets = new LinkedHashMap<>();
    List<Form> forms = new ArrayList<>();
    for (HandedIn one : handedIn) {
      String key = one.partId() + " " + one.root();
      HandedIn earlier = before.put(key, one);
      List<Change> changes = one.correction() == null || earlier == null ? null : changes(earlier.fields(), one.fields());
      forms.add(new Form(one.partId(), one.activityId(), one.title(), one.formId(), versions.get(deployments.get(one.partId()) + " " + one.formId()), editions.merge(key, 1, Integer::sum),
          one.at(), one.by(), one.onBehalfOf(), one.correction(), fields(one, caseNumber, secrets), changes));
    }
    return new Shown(forms, secrets.values().stream().anyMatch(Optional::isPresent));
  }

  private Map<String, Integer> versions(Map<String, String> deployments) {
    return deployments.isEmpty() ? Map.of() : jdbc.sql("select DEPLOYMENT_ID_, KEY_, VERSION_ from ACT_RE_CAMFORMDEF where DEPLOYMENT_ID_ in (:ids)")
        .param("ids", deployments.values().stream().distinct().toList())
        .query((row, index) -> new FormVersion(row.getString(1), row.getString(2), row.getInt(3))).list().stream()
        .collect(Collectors.toMap(form -> form.deploymentId() + " " + form.formId(), FormVersion::version, Integer::max));
  }

  private List<Field> fields(HandedIn form, String caseNumber, Map<String, Optional<String>> secrets) {
    return form.fields().stream().map(field -> {
      if (field.readers() == null) {
        return shown(field);
      }
      // Only the last value is kept, whatever the edition.
      Optional<String> value = secrets.computeIfAbsent(form.partId() + " " + field.path(), key -> classified.read(form.partId(), field.path(), field.readers(), caseNumber));
      return new Field(field.label(), value.orElse(null), true, null);
    }).toList();
  }

  private static Field shown(ShownField field) {
    return new Field(field.label(), field.value(), field.readers() != null,
        field.rows() == null ? null : field.rows().stream().map(row -> row.stream().map(FormsAsHandedIn::shown).toList()).toList());
  }

  static List<Change> changes(List<ShownField> before, List<ShownField> after) {
    Map<String, String> earlier = new HashMap<>();
    before.forEach(field -> earlier.put(field.path(), text(field)));
    return after.stream().filter(field -> field.readers() == null && !Objects.equals(earlier.get(field.path()), text(field)))
        .map(field -> new Change(field.label(), earlier.get(field.path()), text(field))).toList();
  }

  private static String text(ShownField field) {
    return field.rows() == null ? field.value() : field.rows().stream()
        .map(row -> row.stream().filter(cell -> cell.value() != null).map(cell -> cell.label() + ": " + cell.value()).collect(Collectors.joining("; "))).collect(Collectors.joining("\n"));
  }
}
