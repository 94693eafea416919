package dev.kefu.survey.questionnaire;

import static dev.kefu.survey.questionnaire.GivenAnswers.REFUSED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.engine.FactsRefused;
import dev.kefu.reporting.FormLabels;
import dev.kefu.survey.questionnaire.Analysis.Counted;
import dev.kefu.survey.questionnaire.Analysis.Figures;
import dev.kefu.survey.questionnaire.CrossTable.Axis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Counts answers page by page as they stand; nothing of them is kept in memory but the counts. */
@Service
@RequiredArgsConstructor
class AnswerStatistics {

  private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() { };
  private static final int PAGE = 2000;
  private static final int LARGEST_SCALE = 5;
  private static final String NOT_SAID = "— Not given 未填";

  private final SheetTable sheets;

  /** An answer while it is counted. */
  private record Row(Map<String, Object> chosen, Set<String> written, String region, String grade, String interviewer) {
  }

  Analysis analysis(QuestionnaireCard asked) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    asked.questions().forEach(question -> tallies.put(question.code(), new Tally(question)));
    long[] rows = {0};
    read(asked, row -> {
      rows[0]++;
      tallies.values().forEach(tally -> tally.add(row));
    });
    return new Analysis(asked.surveyNo(), asked.version(), rows[0], sheets.invalid(asked.id()), tallies.values().stream().map(tally -> tally.figures(rows[0])).toList());
  }

  private void read(QuestionnaireCard asked, Consumer<Row> sink) {
    List<SheetTable.Counted> page = sheets.counted(asked.id(), 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(one -> sink.accept(new Row(parse(one.answers()), one.texts() == null ? Set.of() : parse(one.texts()).keySet(), one.region(), one.grade(), one.interviewer())));
      page = page.size() < PAGE ? List.of() : sheets.counted(asked.id(), page.get(page.size() - 1).id(), PAGE);
    }
  }

  /** What was written to a question: id of the answer and text, the next behind an id. */
  List<Map.Entry<Long, String>> texts(QuestionnaireCard asked, String code, long after, int most) {
    List<Map.Entry<Long, String>> found = new ArrayList<>();
    List<SheetTable.Counted> page = sheets.counted(asked.id(), after, PAGE);
    while (!page.isEmpty() && found.size() < most) {
      page.stream().filter(one -> one.texts() != null).forEach(one -> {
        Object text = parse(one.texts()).get(code);
        if (text != null && found.size() < most) {
          found.add(Map.entry(one.id(), text.toString()));
        }
      });
      page = page.size() < PAGE ? List.of() : sheets.counted(asked.id(), page.get(page.size() - 1).id(), PAGE);
    }
    return found;
  }

  static Map<String, Object> parse(String answers) {
    try {
      return JSON.readValue(answers, MAP);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Kept answers cannot be read", e);
    }
  }

  /** The figures of one question while they grow. */
  private static final class Tally {

    private final Question question;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long answered;
    private long refused;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal smallest;
    private BigDecimal largest;
    private String earliest;
    private String latest;

    Tally(Question question) {
      this.question = question;
      options(question).keySet().forEach(option -> counts.put(option, 0L));
    }

    void add(Row row) {
      Object answer = row.chosen().get(question.code());
      if (REFUSED.equals(answer)) {
        refused++;
      } else if (answer != null) {
        answered++;
        count(answer);
      } else if (row.written().contains(question.code())) {
        answered++;
      }
    }

    private void count(Object answer) {
      switch (question.kind()) {
        case SINGLE -> counts.merge((String) answer, 1L, Long::sum);
        case MULTIPLE -> ((List<?>) answer).forEach(option -> counts.merge((String) option, 1L, Long::sum));
        case SCALE -> {
          counts.merge(answer.toString(), 1L, Long::sum);
          sum = sum.add(new BigDecimal(answer.toString()));
        }
        case NUMBER -> {
          BigDecimal number = new BigDecimal(answer.toString());
          sum = sum.add(number);
          smallest = smallest == null ? number : smallest.min(number);
          largest = largest == null ? number : largest.max(number);
        }
        case DATE -> {
          String day = (String) answer;
          earliest = earliest == null || day.compareTo(earliest) < 0 ? day : earliest;
          latest = latest == null || day.compareTo(latest) > 0 ? day : latest;
        }
        default -> throw new IllegalStateException("Texts are not counted");
      }
    }

    Figures figures(long rows) {
      Map<String, String> labels = options(question);
      List<Counted> options = counts.entrySet().stream().map(one -> new Counted(one.getKey(), labels.get(one.getKey()), one.getValue(), FieldWork.percent(one.getValue(), answered))).toList();
      boolean hasMean = (question.kind() == QuestionKind.SCALE || question.kind() == QuestionKind.NUMBER) && answered > 0;
      return new Figures(question, answered, refused, rows - answered - refused, options, hasMean ? sum.divide(BigDecimal.valueOf(answered), 2, RoundingMode.HALF_UP) : null, smallest, largest, earliest, latest);
    }
  }

  private static Map<String, String> options(Question question) {
    if (question.kind() == QuestionKind.SCALE) {
      return IntStream.rangeClosed(1, LARGEST_SCALE).mapToObj(String::valueOf).collect(Collectors.toMap(Function.identity(), Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }
    return question.options().stream().collect(Collectors.toMap(Question.Option::code, Question.Option::label, (one, same) -> one, LinkedHashMap::new));
  }

  CrossTable crossTable(QuestionnaireCard asked, String rows, String columns) {
    Side left = side(asked, rows);
    Side above = side(asked, columns);
    if (rows.equals(columns)) {
      throw new FactsRefused("A question does not stand in a table with itself. 交叉表須為兩個不同的題目。");
    }
    Map<String, Map<String, Long>> cells = new LinkedHashMap<>();
    Map<String, Long> rowTotals = new LinkedHashMap<>();
    Map<String, Long> columnTotals = new LinkedHashMap<>();
    long[] both = {0};
    read(asked, row -> {
      List<String> leftValues = left.values().apply(row);
      List<String> aboveValues = above.values().apply(row);
      if (leftValues.isEmpty() || aboveValues.isEmpty()) {
        return;
      }
      both[0]++;
      leftValues.forEach(value -> rowTotals.merge(value, 1L, Long::sum));
      aboveValues.forEach(value -> columnTotals.merge(value, 1L, Long::sum));
      leftValues.forEach(one -> aboveValues.forEach(other -> cells.computeIfAbsent(one, name -> new LinkedHashMap<>()).merge(other, 1L, Long::sum)));
    });
    List<String> leftKeys = left.keys(rowTotals.keySet());
    List<String> aboveKeys = above.keys(columnTotals.keySet());
    return new CrossTable(left.axis(leftKeys), above.axis(aboveKeys), leftKeys.stream().map(one -> aboveKeys.stream().map(other -> cells.getOrDefault(one, Map.of()).getOrDefault(other, 0L)).toList()).toList(),
        leftKeys.stream().map(key -> rowTotals.getOrDefault(key, 0L)).toList(), aboveKeys.stream().map(key -> columnTotals.getOrDefault(key, 0L)).toList(), both[0]);
  }

  /**
   * One side of a cross-table.
   *
   * @param options value to label, of a question; of a fact the labels that are known
   * @param values what a row has; nothing for one that does not count
   */
  private record Side(String code, String label, Map<String, String> options, boolean isFact, Function<Row, List<String>> values) {

    /** All options of a question; of a fact what there is. */
    List<String> keys(Set<String> found) {
      return isFact ? new ArrayList<>(new TreeSet<>(found)) : new ArrayList<>(options.keySet());
    }

    Axis axis(List<String> keys) {
      return new Axis(code, label, keys.stream().map(key -> key.isEmpty() ? NOT_SAID : options.getOrDefault(key, key)).toList());
    }
  }

  private static Side side(QuestionnaireCard asked, String code) {
    return switch (code) {
      case "@region" -> fact(code, "Region 區域", FormLabels.of("information/customer-lookup-register", "registration.region"), Row::region);
      case "@grade" -> fact(code, "Grade 客戶等級", Map.of(), Row::grade);
      case "@interviewer" -> fact(code, "Interviewer 調查員", Map.of(), Row::interviewer);
      default -> {
        Question question = asked.questions().stream().filter(one -> one.code().equals(code) && one.kind().isClosed()).findFirst()
            .orElseThrow(() -> new FactsRefused("\"" + code + "\" is no question with options or a scale, and none of " + CrossTable.FACTS + ". 僅單選、多選、量表題可作交叉表。"));
        yield new Side(code, question.label(), options(question), false, row -> values(row.chosen().get(code)));
      }
    };
  }

  private static Side fact(String code, String label, Map<String, String> labels, Function<Row, String> value) {
    return new Side(code, label, labels, true, row -> List.of(value.apply(row) == null ? "" : value.apply(row)));
  }

  private static List<String> values(Object answer) {
    if (answer == null || REFUSED.equals(answer)) {
      return List.of();
    }
    return answer instanceof List<?> several ? several.stream().map(Object::toString).toList() : List.of(answer.toString());
  }
}
