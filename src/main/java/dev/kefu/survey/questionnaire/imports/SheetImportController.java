package dev.kefu.survey.questionnaire.imports;

import dev.kefu.engine.CaseAccess;
import dev.kefu.survey.questionnaire.Question;
import dev.kefu.survey.questionnaire.QuestionnaireCard;
import dev.kefu.survey.questionnaire.Questionnaires;
import dev.kefu.survey.questionnaire.SurveyRights;
import dev.kefu.survey.questionnaire.imports.SheetImportTable.NumberedError;
import dev.kefu.tables.ErrorList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Answers from files: upload, progress, what was refused. A file is the body of its request. */
@RestController
@RequestMapping({"/api/surveys/{surveyNo:[A-Za-z0-9-]+}/imports", "/camunda/api/kefu/surveys/{surveyNo:[A-Za-z0-9-]+}/imports"})
@Tag(name = "Imports of answers", description = "For the survey section")
@RequiredArgsConstructor
class SheetImportController {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int PAGE = 500;

  private final SheetImports imports;
  private final Questionnaires questionnaires;
  private final SurveyRights rights;
  private final CaseAccess access;

  /**
   * An import.
   *
   * @param running whether it goes on
   * @param percent 0 to 100
   * @param ignoredColumns headings that name nothing; absent for none
   * @param problem why it failed; absent when it did not
   */
  record View(long id, String fileName, String state, String stateLabel, boolean running, int percent, long total, long read, long accepted, long invalid, long refused, long duplicates,
              String ignoredColumns, String by, String at, String endedAt, String problem) {
  }

  /** The imports of a survey, the newest first, 20 at most. */
  @GetMapping
  List<View> newest(@PathVariable String surveyNo) {
    rights.requireWork();
    List<SheetImport> newest = imports.newest(surveyNo);
    Map<String, String> names = access.namesOf(newest.stream().map(SheetImport::uploadedBy).distinct().toList());
    return newest.stream().map(one -> view(one, names)).toList();
  }

  /** Takes in a file, the body of the request; it is read in the background. */
  @Operation(requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, description = "CSV (UTF-8 or GB18030) or XLSX",
      content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))))
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  View upload(@PathVariable String surveyNo, @RequestParam String fileName, HttpServletRequest request) throws IOException {
    rights.requireWork();
    SheetImport one = imports.upload(surveyNo, fileName, request.getInputStream());
    return view(one, access.namesOf(List.of(one.uploadedBy())));
  }

  /** Where an import stands. */
  @GetMapping("/{id:[0-9]+}")
  View find(@PathVariable String surveyNo, @PathVariable long id) {
    rights.requireWork();
    SheetImport one = imports.find(surveyNo, id);
    return view(one, access.namesOf(List.of(one.uploadedBy())));
  }

  /** An empty file with the headings that the questionnaire asks for. */
  @GetMapping("/template.csv")
  void template(@PathVariable String surveyNo, HttpServletResponse response) throws IOException {
    rights.requireWork();
    QuestionnaireCard card = questionnaires.newest(surveyNo).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such survey. 無此調查。"));
    csv(response, surveyNo + "-answers.csv").write("\uFEFF" + Stream.concat(SheetColumns.FACTS.values().stream(), card.questions().stream().map(Question::label))
        .map(title -> "\"" + title.replace("\"", "\"\"") + "\"").collect(Collectors.joining(",", "", "\r\n")));
  }

  /** Why rows were refused, as CSV, as far as the import has come. */
  @GetMapping("/{id:[0-9]+}/errors")
  void errors(@PathVariable String surveyNo, @PathVariable long id, HttpServletResponse response) throws IOException {
    rights.requireWork();
    imports.find(surveyNo, id);
    imports.exported(id);
    Writer out = csv(response, "import-" + id + "-errors.csv");
    out.write(ErrorList.beginning("Respondent 受訪者"));
    for (List<NumberedError> some = imports.errors(id, 0, PAGE); !some.isEmpty(); some = imports.errors(id, some.get(some.size() - 1).id(), PAGE)) {
      for (NumberedError one : some) {
        out.write(ErrorList.line(one.error().row(), one.error().reference(), one.error().label(), one.error().message()));
      }
    }
  }

  private static Writer csv(HttpServletResponse response, String name) throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    return response.getWriter();
  }

  private static View view(SheetImport one, Map<String, String> names) {
    return new View(one.id(), one.fileName(), one.state().name(), one.state().label(), one.state() == SheetImport.State.RUNNING, one.percent(), one.total(), one.read(), one.accepted(), one.invalid(),
        one.refused(), one.duplicates(), one.ignoredColumns().isEmpty() ? null : one.ignoredColumns(), names.getOrDefault(one.uploadedBy(), one.uploadedBy()), at(one.uploadedAt()), at(one.endedAt()),
        one.problem());
  }

  private static String at(LocalDateTime moment) {
    return moment == null ? null : SHOWN.format(moment);
  }
}
