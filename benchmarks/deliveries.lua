-- wrk: posts the signed deliveries of DELIVERIES in turn, each with a delivery id of its own.
-- DELIVERIES holds, one after the other: event type, signature and length on a line each, then the body.
local deliveries, count = {}, 0
local path = os.getenv("DELIVERIES")
local prefix = os.getenv("RUN_NAME")
local thread_number = 0

function setup(thread)
  thread:set("number", thread_number)
  thread_number = thread_number + 1
end

function init(args)
  local file = assert(io.open(path, "rb"))
  while true do
    local event = file:read("*l")
    if not event then break end
    local signature = file:read("*l")
    local body = file:read(tonumber(file:read("*l")))
    count = count + 1
    deliveries[count] = { event = event, signature = signature, body = body }
  end
  file:close()
  sent = 0
end

function request()
  sent = sent + 1
  local each = deliveries[(sent - 1) % count + 1]
  return wrk.format("POST", nil, {
    ["Content-Type"] = "application/json",
    ["X-GitHub-Event"] = each.event,
    ["X-GitHub-Delivery"] = prefix .. "-" .. number .. "-" .. sent,
    ["X-Hub-Signature-256"] = each.signature,
  }, each.body)
end

function done(summary, latency, requests)
  io.write(string.format("RESULT %d %d %d %.3f %.3f\n", summary.requests, summary.duration,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
