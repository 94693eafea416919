package dev.kefu.complaint.intake;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Lets each channel send only so fast, on this node. Channels are few and made by administrators, so none is forgotten before the program ends. */
@Component
@RequiredArgsConstructor
class RateLimit {

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final IntakeProperties settings;
  private final Clock clock;

  /**
   * Counts a request.
   *
   * @throws IntakeProblem 429 when the channel has used up what it may
   */
  void count(String channel) {
    ConsumptionProbe probe = buckets.computeIfAbsent(channel, name -> full()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw IntakeProblem.tooFast(Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999).toSeconds()));
    }
  }

  private Bucket full() {
    IntakeProperties.Limit limit = settings.limit();
    return Bucket.builder().addLimit(rate -> rate.capacity(limit.requests()).refillGreedy(limit.requests(), limit.per()))
        .withCustomTimePrecision(new ClockMeter(clock)).build();
  }

  private record ClockMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
