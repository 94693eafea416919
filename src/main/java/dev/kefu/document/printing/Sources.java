package dev.kefu.document.printing;

import dev.kefu.document.printing.Paper.Table;
import dev.kefu.engine.CaseRecord;
import dev.kefu.engine.CaseRecord.HandedIn;
import dev.kefu.engine.CaseRecord.Part;
import dev.kefu.engine.ShownField;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the entries of one paper come from: the record of one case. */
final class Sources {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final CaseRecord record;
  private final Classified classified;
  private final List<String> attachments;
  private final ZoneId zone;
  /** The last version of each form that the paper is made of. */
  private final List<HandedIn> latest;
  /** Each classified value is asked for once: each asking is audited. */
  private final Map<String, String> asked = new HashMap<>();

  Sources(PaperForm form, CaseRecord record, Classified classified, List<String> attachments, ZoneId zone) {
    this.record = record;
    this.classified = classified;
    this.attachments = attachments;
    this.zone = zone;
    Map<String, HandedIn> last = new LinkedHashMap<>();
    form.forms().forEach(id -> record.forms().stream().filter(handedIn -> handedIn.formId().equals(id)).forEach(handedIn -> last.put(id, handedIn)));
    latest = List.copyOf(last.values());
  }

  List<HandedIn> latest() {
    return latest;
  }

  /** The first place of a row that has a value; empty for none. */
  String text(PaperForm.Row row) {
    return row.from().stream().map(source -> text(source, row.labels())).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }

  /** The rows of every list that a row is printed from; empty for a row that is printed from none. */
  Optional<Table> table(PaperForm.Row row) {
    List<ShownField> lists = row.from().stream().flatMap(source -> fields(source).map(Map.Entry::getKey)).filter(field -> field.rows() != null).toList();
    if (!lists.isEmpty()) {
      return Optional.of(table(row.label(), lists));
    }
    return row.from().stream().filter(source -> source.startsWith("register.")).map(this::register).filter(List.class::isInstance).findFirst()
        .map(rows -> table(row.label(), (List<?>) rows, List.of()));
  }

  static Table table(String label, List<ShownField> lists) {
    List<Map<String, String>> rows = new ArrayList<>();
    lists.forEach(list -> list.rows().forEach(row -> {
      Map<String, String> cells = new LinkedHashMap<>();
      row.forEach(field -> cells.put(field.label(), Objects.requireNonNullElse(field.value(), "")));
      rows.add(cells);
    }));
    List<String> headings = rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
    rows.removeIf(row -> row.values().stream().allMatch(String::isEmpty));
    return table(label, rows, headings);
  }

  private static Table table(String label, List<?> rows, List<String> known) {
    List<String> headings = known.isEmpty() ? rows.stream().flatMap(row -> ((Map<?, ?>) row).keySet().stream()).map(String::valueOf).distinct().toList() : known;
    return new Table(label, headings, rows.stream().map(row -> headings.stream().map(heading -> ((Map<?, ?>) row).get(heading))
        .map(cell -> cell == null ? "" : cell.toString()).toList()).toList());
  }

  private String text(String source, Map<String, String> labels) {
    String[] parts = source.split("\\.", 2);
    return switch (parts[0]) {
      case "case" -> ofCase(parts[1]);
      case "fact" -> fact(parts[1], labels);
      case "register" -> register(source) instanceof String text ? text : "";
      case "by" -> last(parts[1]).map(this::signed).orElse("");
      case "on" -> last(parts[1]).map(handedIn -> minute(handedIn.at())).orElse("");
      default -> fields(source).map(found -> shown(found.getKey(), found.getValue())).filter(text -> !text.isEmpty()).findFirst().orElse("");
    };
  }

  private Stream<Map.Entry<ShownField, HandedIn>> fields(String path) {
    return latest.stream().flatMap(handedIn -> handedIn.fields().stream().filter(field -> field.path().equals(path)).map(field -> Map.entry(field, handedIn)));
  }

  String shown(ShownField field, HandedIn handedIn) {
    String value = field.readers() == null ? field.value()
        : asked.computeIfAbsent(handedIn.formId() + ":" + field.path(), unknown -> Objects.requireNonNullElse(classified.read(handedIn, field), ""));
    return value == null ? "" : value;
  }

  private String ofCase(String name) {
    return switch (name) {
      case "number" -> record.caseNumber();
      case "procedure" -> record.procedure();
      case "starter" -> name(record.starter());
      case "startedAt" -> minute(record.startedAt());
      case "endedAt" -> minute(record.endedAt());
      case "attachments" -> String.join("\n", attachments);
      default -> throw new IllegalArgumentException("A case has no " + name);
    };
  }

  /** As it stood last in the part that was started last; a user id is read as a name, a moment as date and time. */
  private String fact(String name, Map<String, String> labels) {
    Object value = record.parts().stream().map(Part::facts).map(facts -> facts.get(name)).filter(Objects::nonNull).reduce((earlier, later) -> later).orElse(null);
    if (value == null) {
      return "";
    }
    String text = value.toString();
    if (value instanceof Boolean yes) {
      return yes ? "yes 是" : "no 否";
    }
    return text.matches("\\d{4}-\\d{2}-\\d{2}T.*(Z|[+-]\\d{2}:\\d{2})") ? minute(OffsetDateTime.parse(text).toInstant()) : labels.getOrDefault(text, name(text));
  }

  private Object register(String source) {
    String[] parts = source.split("\\.", 3);
    return record.registers().getOrDefault(parts[1], Map.of()).get(parts[2]);
  }

  private Optional<HandedIn> last(String formId) {
    return record.forms().stream().filter(handedIn -> handedIn.formId().equals(formId) && handedIn.correction() == null).reduce((earlier, later) -> later);
  }

  /** Whoever handed a form in, and for whom. */
  String signed(HandedIn handedIn) {
    return handedIn.onBehalfOf() == null ? name(handedIn.by()) : name(handedIn.by()) + " (for 代 " + name(handedIn.onBehalfOf()) + ")";
  }

  String name(String userId) {
    return userId == null ? "" : record.people().getOrDefault(userId, userId);
  }

  String minute(Instant moment) {
    return moment == null ? "" : MINUTE.format(moment.atZone(zone));
  }
}
