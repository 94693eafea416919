package dev.kefu.deadline.clocks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deadlines are watched.
 *
 * @param sweepEvery time between two sweeps of a node; after three of them without any sweep the alarm goes off
 */
@ConfigurationProperties("kefu.deadline")
record DeadlineProperties(@DefaultValue("PT1M") Duration sweepEvery) {

  Duration longestSilence() {
    return sweepEvery.multipliedBy(3);
  }
}
