package dev.kefu.history.cases;

import dev.kefu.engine.CaseRecord;
import dev.kefu.engine.CaseRecord.Act;
import dev.kefu.engine.CaseRecord.Step;
import dev.kefu.history.cases.CaseHistory.Remark;
import dev.kefu.history.cases.CaseHistory.TrailStep;
import dev.kefu.history.cases.Operations.Operation;
import dev.kefu.history.cases.TakenPath.Passage;
import dev.kefu.history.cases.TakenPath.Taken;
import dev.kefu.history.models.Picture;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;

/** Tells from a case file what the engine has forgotten. A file knows neither gateways nor due dates; and of what people did beside the forms it does not know the part. */
@RequiredArgsConstructor
class FiledTrail {

  private static final String COMMENT = "Comment";
  private static final String SEPARATOR = ": ";

  private final CaseRecord file;

  /** Every step of these parts, in the order in which they started. */
  List<TrailStep> steps(List<String> partIds) {
    return file.steps().stream().filter(step -> partIds.contains(step.partId()))
        .map(step -> new TrailStep(step.partId(), step.activityId(), step.name(), step.type(), step.startedAt(), step.endedAt(), step.canceled(), step.by(), step.onBehalfOf(), null, false,
            step.calledPartId())).toList();
  }

  /** What the picture of one part needs. */
  List<Passage> passages(String partId) {
    List<Step> steps = file.steps().stream().filter(step -> step.partId().equals(partId)).toList();
    return IntStream.range(0, steps.size()).mapToObj(at -> new Passage(String.valueOf(at), steps.get(at).activityId(), partId, steps.get(at).startedAt(), steps.get(at).endedAt(),
        steps.get(at).canceled(), at)).toList();
  }

  /** The arrows of one part, those over gateways worked out. */
  List<Taken> flows(String partId, Picture picture) {
    return new TakenPath(picture, picture::isGateway).of(passages(partId));
  }

  /** Comments, oldest first. */
  List<Remark> comments() {
    return file.acts().stream().filter(act -> act.what().equals(COMMENT)).map(act -> new Remark(act.at(), act.by(), nameOf(act.step()), act.note())).toList();
  }

  /** What people did, oldest first. */
  List<Operation> operations() {
    return file.acts().stream().filter(act -> !act.what().equals(COMMENT)).map(this::operation).toList();
  }

  private Operation operation(Act act) {
    String[] said = act.note() == null ? new String[0] : act.note().split(SEPARATOR, 2);
    return said.length == 2 ? new Operation(act.at(), act.by(), act.what(), "Task", nameOf(act.step()), said[0], null, said[1], null)
        : new Operation(act.at(), act.by(), act.what(), "Task", nameOf(act.step()), null, null, null, act.note());
  }

  private String nameOf(String step) {
    return file.steps().stream().filter(one -> one.activityId().equals(step)).map(Step::name).findFirst().orElse(step);
  }
}
