package dev.kefu.history.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kefu.history.cases.TakenPath.Taken;
import java.time.Instant;
import java.util.List;

/**
 * One part of a case on its picture.
 *
 * @param diagram the BPMN file of the version that it runs on; null when that is not deployed any more
 * @param places elements that it came to
 * @param flows arrows that it took
 */
record CasePath(String diagram, List<Place> places, List<Taken> flows) {

  /**
   * An element that the case came to.
   *
   * @param times how often
   * @param open how many of them go on
   * @param canceled how many of them something else ended
   * @param seconds how long the ended ones took together
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Place(String activity, String name, int times, int open, int canceled, Instant first, Instant last, long seconds) {
  }
}
