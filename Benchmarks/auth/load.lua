-- For wrk: requests with the tokens of a file, in turn or one; with RATE set, on a schedule that a slow answer does not stretch.
-- usage: wrk … -s load.lua URL -- TOKENS-FILE|- RATE|0 TARGET…     a target that begins with POST: sends what follows the second colon, as POST:/chat:{…}
local ffi = require("ffi")
ffi.cdef [[ typedef struct { long seconds; long nanoseconds; } bench_time; int clock_gettime(int clock, bench_time *time); ]]
local time = ffi.new("bench_time")

local function now() -- milliseconds
  ffi.C.clock_gettime(1, time)
  return tonumber(time.seconds) * 1000 + tonumber(time.nanoseconds) / 1e6
end

local requests, count, interval, due = {}, 0, 0, 0

function init(arguments)
  local tokens = {}
  if arguments[1] ~= "-" then for line in io.lines(arguments[1]) do tokens[#tokens + 1] = line end end
  interval = tonumber(arguments[2]) > 0 and 1000 / tonumber(arguments[2]) or 0
  -- As many as there are tokens, and each target at least once.
  for index = 1, math.max(#tokens, #arguments - 2) do
    local target = arguments[3 + (index - 1) % (#arguments - 2)]
    local path, body = target:match("^POST:([^:]+):(.*)$")
    local headers = { ["Content-Type"] = body and "application/json" or nil }
    if #tokens > 0 then headers["Authorization"] = "Bearer " .. tokens[1 + (index - 1) % #tokens] end
    requests[index] = wrk.format(body and "POST" or "GET", path or target, headers, body)
  end
  if interval > 0 then
    function delay()
      local moment = now()
      if due == 0 then due = moment end
      due = due + interval
      return math.max(0, math.floor(due - moment + 0.5))
    end
  end
end

function request()
  count = count + 1
  return requests[1 + (count - 1) % #requests]
end
