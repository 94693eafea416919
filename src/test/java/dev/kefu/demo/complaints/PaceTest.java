package dev.kefu.demo.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final RealComplaint inTime = RealComplaint.all().stream().filter(complaint -> !complaint.late()).findFirst().orElseThrow();
  private final RealComplaint late = RealComplaint.all().stream().filter(RealComplaint::late).findFirst().orElseThrow();

  @Test
  void longWorkIsDoneBetweenNineAndSix() {
    assertThat(Pace.next("complaint-handling-inquiry-investigate", inTime, false, at("2017-03-06T10:00+08:00"))).isEqualTo(at("2017-03-06T13:00+08:00"));
    assertThat(Pace.next("complaint-handling-inquiry-investigate", inTime, false, at("2017-03-06T16:00+08:00"))).isEqualTo(at("2017-03-07T09:00+08:00"));
    assertThat(Pace.next("complaint-handling-inquiry-investigate", inTime, false, at("2017-03-06T23:00+08:00"))).isEqualTo(at("2017-03-07T09:00+08:00"));
  }

  @Test
  void smallStepsAreDoneAtOnce() {
    assertThat(Pace.next("complaint-handling-register", inTime, false, at("2017-03-06T17:55+08:00"))).isEqualTo(at("2017-03-06T18:05+08:00"));
  }

  @Test
  void aLateAnswerComesAfterTwiceTheTimeOnce() {
    OffsetDateTime received = late.receivedAt().atOffset(at("2017-03-06T10:00+08:00").getOffset());

    assertThat(Pace.next("complaint-handling-inquiry-respond", late, false, received.plusHours(1))).isEqualTo(received.plusHours(50));
    assertThat(Pace.next("complaint-handling-inquiry-respond", late, false, received.plusHours(60))).isEqualTo(received.plusHours(60));
    assertThat(Pace.next("complaint-handling-inquiry-respond", late, true, received.plusHours(1))).isEqualTo(received.plusHours(4));
  }

  private static OffsetDateTime at(String moment) {
    return OffsetDateTime.parse(moment);
  }
}
