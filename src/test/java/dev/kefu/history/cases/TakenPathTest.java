package dev.kefu.history.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kefu.history.cases.TakenPath.Passage;
import dev.kefu.history.cases.TakenPath.Taken;
import dev.kefu.history.models.Picture;
import dev.kefu.history.models.Picture.Element;
import dev.kefu.history.models.Picture.Flow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TakenPathTest {

  private static final Instant START = Instant.parse("2026-11-30T01:00:00Z");

  @Test
  void aChoiceIsShownByTheArrowThatWasTaken() {
    assertThat(taken(List.of(), done("start", 0, 0, 1), done("choice", 0, 0, 2), done("right", 0, 5, 3), done("end", 5, 5, 4)))
        .containsExactly("start-choice", "choice-right", "right-end");
  }

  @Test
  void aLoopTakesItsArrowsAgain() {
    List<Taken> flows = path(List.of(), done("start", 0, 0, 1), done("choice", 0, 0, 2), done("left", 0, 5, 3), done("choice", 5, 5, 4), done("left", 5, 9, 5), done("choice", 9, 9, 6),
        done("right", 9, 12, 7), done("end", 12, 12, 8));
    assertThat(flows).extracting(Taken::flow, Taken::times).containsExactly(tuple("start-choice", 1), tuple("choice-left", 2),
        tuple("left-choice", 2), tuple("choice-right", 1), tuple("right-end", 1));
    assertThat(flows.get(1).lastAt()).isEqualTo(START.plusSeconds(5));
  }

  @Test
  void aForkTakesAllItsArrowsInOneMoment() {
    assertThat(taken(List.of("choice"), done("start", 0, 0, 1), done("choice", 0, 0, 2), done("left", 0, 3, 3), done("right", 0, 4, 3))).containsExactly("start-choice", "choice-left", "choice-right");
  }

  @Test
  void whatWasEndedFromOutsideLedNowhere() {
    Passage canceled = new Passage("right 3", "right", "case", START, START.plusSeconds(5), true, 3);
    assertThat(taken(List.of(), done("start", 0, 0, 1), done("choice", 0, 0, 2), canceled, done("end", 5, 5, 4))).containsExactly("start-choice", "choice-right");
  }

  @Test
  void whatGoesOnHasBeenReachedAndNotLeft() {
    Passage open = new Passage("right 3", "right", "case", START, null, false, 3);
    assertThat(taken(List.of(), done("start", 0, 0, 1), done("choice", 0, 0, 2), open)).containsExactly("start-choice", "choice-right");
  }

  @Test
  void anotherScopeIsAnotherStory() {
    Passage inside = new Passage("end 4", "end", "inner", START.plusSeconds(5), START.plusSeconds(5), false, 4);
    assertThat(taken(List.of(), done("start", 0, 0, 1), done("right", 0, 5, 2), inside)).isEmpty();
  }

  @Test
  void whatTheHistoryLacksIsDrawnThrough() {
    List<Flow> flows = List.of(flow("start", "gateway"), flow("gateway", "left"), flow("gateway", "linked"), flow("linked", "right"), flow("right", "end"));
    Picture picture = new Picture(Map.of("gateway", new Element("gateway", "exclusiveGateway")), flows, Set.of(), Set.of("linked"));
    assertThat(new TakenPath(picture, picture::isGateway).of(List.of(done("start", 0, 0, 1), done("right", 0, 5, 2), done("end", 5, 5, 3)))).extracting(Taken::flow)
        .containsExactly("start-gateway", "gateway-linked", "linked-right", "right-end");
  }

  private static List<String> taken(List<String> forks, Passage... passages) {
    return path(forks, passages).stream().map(Taken::flow).toList();
  }

  private static List<Taken> path(List<String> forks, Passage... passages) {
    List<Flow> flows = List.of(flow("start", "choice"), flow("choice", "left"), flow("choice", "right"), flow("left", "choice"), flow("right", "end"));
    return new TakenPath(new Picture(Map.of(), flows, Set.copyOf(forks), Set.of())).of(List.of(passages));
  }

  private static Flow flow(String from, String to) {
    return new Flow(from + "-" + to, from, to);
  }

  private static Passage done(String element, int from, int to, long order) {
    return new Passage(element + " " + order, element, "case", START.plusSeconds(from), START.plusSeconds(to), false, order);
  }
}
