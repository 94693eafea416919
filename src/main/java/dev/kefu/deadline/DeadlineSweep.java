package dev.kefu.deadline;

/** The look at all deadlines that have come. It happens by itself; whoever moves the clock in a simulation asks for it. */
public interface DeadlineSweep {

  /** Reminds, escalates and hands over whatever is due now; safe to repeat and beside other nodes. */
  void sweep();
}
