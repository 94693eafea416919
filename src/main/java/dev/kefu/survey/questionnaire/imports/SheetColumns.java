package dev.kefu.survey.questionnaire.imports;

import dev.kefu.survey.questionnaire.FieldProblem;
import dev.kefu.survey.questionnaire.GivenAnswers;
import dev.kefu.survey.questionnaire.Question;
import dev.kefu.survey.questionnaire.QuestionKind;
import dev.kefu.survey.questionnaire.Way;
import dev.kefu.tables.CellTexts;
import dev.kefu.tables.Labels;
import dev.kefu.tables.TableRow;
import dev.kefu.tables.UnreadableFile;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column of a file is which question or fact, by the heading, and what its cells say. */
final class SheetColumns {

  /** What a column may be besides a question, code to label. */
  static final Map<String, String> FACTS;

  private static final Set<String> REFUSALS = Set.of("#refused", "refused", "refuses to answer", "拒答", "拒絕回答");
  private static final int MOST = 500;
  /** Distinct cells of a column whose meaning is remembered. */
  private static final int MOST_KNOWN = 1000;
  private static final int LETTERS = 26;

  static {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("respondent", "Respondent 受訪者");
    facts.put("interviewer", "Interviewer 調查員");
    facts.put("batch", "Batch 批次");
    facts.put("way", "Way 方式");
    facts.put("interviewedAt", "Asked at 調查時間");
    facts.put("seconds", "Seconds 用時(秒)");
    FACTS = Collections.unmodifiableMap(facts);
  }

  private final List<Column> columns;
  private final List<String> ignored;
  private final ZoneId zone;

  /** A column; neither question nor fact for one that is ignored. */
  private record Column(String title, Question question, String fact, Map<String, String> options, Map<String, Object> known) {
  }

  /**
   * A row of a file.
   *
   * @param problems what no fact can be made of; then the row is refused
   */
  record Read(GivenAnswers given, List<FieldProblem> problems) {
  }

  private SheetColumns(List<Column> columns, List<String> ignored, ZoneId zone) {
    this.columns = columns;
    this.ignored = ignored;
    this.zone = zone;
  }

  /**
   * Reads a heading.
   *
   * @throws UnreadableFile when no column is a question, or two are the same
   */
  static SheetColumns of(TableRow heading, List<Question> questions, ZoneId zone) {
    if (heading.cells().size() > MOST) {
      throw new UnreadableFile("The first row has more than %1$d columns 首行超過 %1$d 欄".formatted(MOST));
    }
    Map<String, Question> byName = new HashMap<>();
    questions.forEach(question -> byName.put(Labels.plain(question.code()), question));
    questions.forEach(question -> Labels.names(question.code(), question.label()).forEach(name -> byName.putIfAbsent(name, question)));
    Map<String, String> facts = new HashMap<>();
    FACTS.forEach((code, label) -> Labels.names(code, label).forEach(name -> facts.put(name, code)));
    List<Column> columns = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < heading.cells().size(); i++) {
      String title = heading.cell(i);
      String name = Labels.plain(title);
      Question question = byName.get(name);
      String fact = question == null ? facts.get(name) : null;
      columns.add(new Column(title, question, fact, question == null ? Map.of() : options(question), new HashMap<>()));
      if (question == null && fact == null && !title.isEmpty()) {
        ignored.add(title);
      }
    }
    check(columns, questions);
    return new SheetColumns(columns, ignored, zone);
  }

  private static Map<String, String> options(Question question) {
    Map<String, String> options = new HashMap<>();
    question.options().forEach(option -> options.put(Labels.plain(option.code()), option.code()));
    question.options().forEach(option -> Labels.names(option.code(), option.label()).forEach(name -> options.putIfAbsent(name, option.code())));
    return options;
  }

  private static void check(List<Column> columns, List<Question> questions) {
    Set<String> seen = new HashSet<>();
    boolean anyQuestion = false;
    for (Column column : columns) {
      String code = column.question() == null ? column.fact() : column.question().code();
      if (code != null && !seen.add(code)) {
        throw new UnreadableFile("Two columns are \"%1$s\" 有兩欄均為「%1$s」".formatted(column.title()));
      }
      anyQuestion |= column.question() != null;
    }
    if (!anyQuestion) {
      throw new UnreadableFile("No column of the first row is a question; use the questions or their codes, for example 首行沒有任何題目，請使用題目或其代碼，例如: "
          + String.join(", ", questions.stream().limit(5).map(Question::code).toList()));
    }
  }

  /** Headings that name nothing. */
  List<String> ignored() {
    return ignored;
  }

  /**
   * What a row says.
   *
   * @param sha256 of the file: with the number of the row it stands for a respondent who has none
   */
  Read read(TableRow row, String sha256) {
    Map<String, Object> answers = new HashMap<>();
    Map<String, String> facts = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String text = row.cell(i);
      if (!text.isEmpty() && column.question() != null) {
        answers.put(column.question().code(), answer(column, text));
      } else if (!text.isEmpty() && column.fact() != null) {
        facts.put(column.fact(), text);
      }
    }
    boolean hasNumbers = columns.stream().anyMatch(column -> "respondent".equals(column.fact()));
    String respondent = hasNumbers ? facts.getOrDefault("respondent", "") : sha256.substring(0, 16) + ":" + row.number();
    List<FieldProblem> problems = new ArrayList<>();
    LocalDateTime at = at(facts.get("interviewedAt"), problems);
    Integer seconds = seconds(facts.get("seconds"), problems);
    return new Read(new GivenAnswers(row.number(), respondent, facts.get("interviewer"), facts.get("batch"), way(facts.get("way")), at, seconds, answers), problems);
  }

  private static Object answer(Column column, String text) {
    if (column.question().kind().isText()) {
      return REFUSALS.contains(text.toLowerCase(Locale.ROOT)) ? GivenAnswers.REFUSED : text;
    }
    Object known = column.known().get(text);
    if (known == null) {
      known = REFUSALS.contains(text.toLowerCase(Locale.ROOT)) ? GivenAnswers.REFUSED : value(column, text);
      if (column.known().size() < MOST_KNOWN) {
        column.known().put(text, known);
      }
    }
    return known;
  }

  private static Object value(Column column, String text) {
    QuestionKind kind = column.question().kind();
    return switch (kind) {
      case SINGLE -> option(column, text);
      case MULTIPLE -> column.options().containsKey(Labels.plain(text)) ? List.of(option(column, text))
          : Arrays.stream(text.split("[;；、|\n]")).map(String::strip).filter(part -> !part.isEmpty()).map(part -> option(column, part)).toList();
      case SCALE, NUMBER -> CellTexts.number(text).map(number -> (Object) number.toPlainString()).orElse(text);
      case DATE -> CellTexts.moment(text, ZoneId.of("Z")).map(OffsetDateTime::toLocalDate).map(day -> (Object) day.toString()).orElse(text);
      default -> text;
    };
  }

  private static String option(Column column, String text) {
    return column.options().getOrDefault(Labels.plain(text), text);
  }

  private static String way(String text) {
    return text == null ? null : Arrays.stream(Way.values()).filter(way -> Labels.names(way.code(), way.label()).contains(Labels.plain(text))).map(Way::code).findFirst().orElse(text);
  }

  private LocalDateTime at(String text, List<FieldProblem> problems) {
    Optional<OffsetDateTime> moment = text == null ? Optional.empty() : CellTexts.moment(text, zone);
    if (text != null && moment.isEmpty()) {
      problems.add(new FieldProblem("interviewedAt", FACTS.get("interviewedAt"), "must be a date with or without a time 須為日期，可帶時間"));
    }
    return moment.map(one -> one.atZoneSameInstant(zone).toLocalDateTime().withNano(0)).orElse(null);
  }

  private static Integer seconds(String text, List<FieldProblem> problems) {
    Optional<Integer> seconds = text == null ? Optional.empty() : CellTexts.number(text).filter(number -> number.stripTrailingZeros().scale() <= 0 && number.precision() <= 9).map(number -> number.intValueExact());
    if (text != null && seconds.isEmpty()) {
      problems.add(new FieldProblem("seconds", FACTS.get("seconds"), "must be a whole number of seconds 須為整數秒"));
    }
    return seconds.orElse(null);
  }

  /** A problem's column as a spreadsheet calls it, with its heading; what has no column keeps its name. */
  String place(FieldProblem problem) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (problem.code().equals(column.question() == null ? column.fact() : column.question().code())) {
        return letters(i) + " · " + column.title();
      }
    }
    return problem.label();
  }

  private static String letters(int index) {
    return index < LETTERS ? String.valueOf((char) ('A' + index)) : letters(index / LETTERS - 1) + (char) ('A' + index % LETTERS);
  }
}
