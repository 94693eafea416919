package dev.kefu.release.proposals;

import static java.util.stream.Collectors.joining;

import dev.kefu.engine.RunningModels.Wrong;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal as RFC 9457 problem document; {@code errors} names every wrong field, {@code wrong} every wrong element of a file. */
class ReleaseProblem extends ErrorResponseException {

  /** What is wrong with what was entered. */
  record Fault(String field, String label, String message) {
  }

  private ReleaseProblem(HttpStatus status, String detail, String property, List<?> list) {
    super(status, body(status, detail, property, list), null);
  }

  private static ProblemDetail body(HttpStatus status, String detail, String property, List<?> list) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setProperty("message", detail);
    if (!list.isEmpty()) {
      body.setProperty(property, list);
    }
    return body;
  }

  static ReleaseProblem notYours() {
    return new ReleaseProblem(HttpStatus.FORBIDDEN, "Releases are for process owners 發佈僅限流程負責人", "errors", List.of());
  }

  static ReleaseProblem unknown() {
    return new ReleaseProblem(HttpStatus.NOT_FOUND, "There is no such release 查無此發佈", "errors", List.of());
  }

  static ReleaseProblem unknownFile(String path) {
    return new ReleaseProblem(HttpStatus.NOT_FOUND, "There is no file \"" + path + "\" 查無此檔案", "errors", List.of());
  }

  static ReleaseProblem faulty(String field, String label, String message) {
    return new ReleaseProblem(HttpStatus.BAD_REQUEST, "Please correct 請更正: " + label + ": " + message, "errors", List.of(new Fault(field, label, message)));
  }

  static ReleaseProblem wrong(List<Wrong> wrong) {
    return new ReleaseProblem(HttpStatus.BAD_REQUEST, "The check found what must be corrected 檢查發現以下問題: " + wrong.stream().map(Wrong::message).collect(joining(" | ")), "wrong", wrong);
  }

  static ReleaseProblem ownProposal() {
    return new ReleaseProblem(HttpStatus.FORBIDDEN, "You proposed this release: a second person approves it (four eyes) 您是提出人，須由第二人核准", "errors", List.of());
  }

  static ReleaseProblem othersProposal() {
    return new ReleaseProblem(HttpStatus.FORBIDDEN, "Only whoever proposed a release withdraws it 僅提出人可撤回", "errors", List.of());
  }

  static ReleaseProblem decided() {
    return new ReleaseProblem(HttpStatus.CONFLICT, "Somebody decided about this release already 此發佈已有決定", "errors", List.of());
  }

  static ReleaseProblem notInEffect() {
    return new ReleaseProblem(HttpStatus.CONFLICT, "This release is not in effect, or was taken back already 此發佈未生效或已退回", "errors", List.of());
  }

  static ReleaseProblem underWay() {
    return new ReleaseProblem(HttpStatus.CONFLICT, "Running cases still follow the last release; try again in a moment 上次發佈的運行案件仍在移轉，請稍後再試", "errors", List.of());
  }

  static ReleaseProblem nothingBefore() {
    return new ReleaseProblem(HttpStatus.CONFLICT, "All files of this release were new: there is no version before 全部為新檔案，沒有前一版本", "errors", List.of());
  }

  static ReleaseProblem stale(String path) {
    return new ReleaseProblem(HttpStatus.CONFLICT, path.substring(path.lastIndexOf('/') + 1) + ": somebody released another version in between. Take the file away again, repeat the change and upload it. "
        + "期間他人已發佈新版本，請重新下載、修改後再上傳", "errors", List.of());
  }
}
