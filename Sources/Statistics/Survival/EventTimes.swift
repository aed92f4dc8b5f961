/// What happened at one time.
struct EventTime {
  let time: Double
  var events = 0
  var censored = 0
}

/// The distinct times in order, with what happened at each.
func eventTimes(_ times: Span<Double>, _ events: [Bool]) throws(SampleError) -> [EventTime] {
  guard times.count == events.count else {
    throw .unequalLengths(first: times.count, second: events.count)
  }
  guard !times.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
  let times = try amounts(times)
  var moments: [EventTime] = []
  for index in times.indices.sorted(by: { times[$0] < times[$1] }) {
    if moments.last?.time != times[index] { moments.append(EventTime(time: times[index])) }
    if events[index] {
      moments[moments.count - 1].events += 1
    } else {
      moments[moments.count - 1].censored += 1
    }
  }
  return moments
}
