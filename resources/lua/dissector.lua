-- SPDX-License-Identifier: MIT
-- Reads recordings of Pipeglass (link type 252) in Wireshark with the format above. Made by "pipeglass framings
-- --export-lua"; copy it to Wireshark's directory of plugins, or load it with -X lua_script:FILE. Several of these files
-- can be loaded together: each reads the messages whose framing has its name, or all with the preference "every message".

local byte_order = { [false] = "le_", [true] = "" }
local most_elements = 65536

local Reader = {}
Reader.__index = Reader

local function failed(text)
    error({ format_error = text })
end

function Reader:last()
    return self.windows[#self.windows]
end

function Reader:range(size)
    if size < 0 or self.at + size > self:last() then
        failed("beyond the end")
    end
    return self.tvb:range(self.at, size)
end

function Reader:tree()
    return self.trees[#self.trees]
end

function Reader:name(step)
    if step.element then
        return "[" .. self.repeats[#self.repeats].index .. "]"
    end
    return step.name
end

-- The item of a value; the name of an element is its index.
function Reader:add(step, range, value, is_little)
    local item
    if value ~= nil then
        item = self:tree():add(step.field, range, value)
    elseif is_little then
        item = self:tree():add_le(step.field, range)
    else
        item = self:tree():add(step.field, range)
    end
    if step.element then
        item:prepend_text(self:name(step) .. " ")
    end
    return item
end

function Reader:number(step)
    local range = self:range(step.width)
    local value
    if step.kind == "float" then
        self:add(step, range, nil, not step.big)
    else
        local method = byte_order[step.big] .. (step.kind == "int" and "int" or "uint")
        if step.width == 8 then
            value = range[method .. "64"](range):tonumber()
        elseif step.width == 1 and step.kind == "int" then
            value = range:int()
        elseif step.width == 1 then
            value = range:uint()
        else
            value = range[method](range)
        end
        local item = self:add(step, range, nil, not step.big)
        self:parts(step, item, range, value)
    end
    self:keep(step, value)
    self.at = self.at + step.width
end

-- The parts of bits, the least significant first.
function Reader:parts(step, item, range, value)
    for index, part in ipairs(step.parts or {}) do
        local own = value % 2 ^ part.size
        value = math.floor(value / 2 ^ part.size)
        item:add(part.field, range, UInt64(own))
        self.values[step.slot + index] = own
    end
end

function Reader:keep(step, value)
    if step.slot then
        self.values[step.slot] = value
    end
    if step.fixed and step.fixed(self.values) ~= value then
        self:tree():add_proto_expert_info(self.format.unexpected, "unexpected value of " .. step.name)
    end
end

function Reader:varint(step)
    local value, factor, size = 0, 1, 0
    repeat
        size = size + 1
        if size > step.width then
            failed("a number is too long")
        end
        local byte = self:range(size):range(size - 1, 1):uint()
        value = value + byte % 128 * factor
        factor = factor * 128
    until byte < 128
    if step.kind == "zigzag" then
        value = value % 2 == 0 and value / 2 or -(value + 1) / 2
    end
    self:add(step, self:range(size), step.kind == "zigzag" and Int64(value) or UInt64(value))
    self:keep(step, value)
    self.at = self.at + size
end

function Reader:content(step, size, terminator)
    local range = self:range(size)
    local whole = self:range(size + terminator)
    if step.content == "bytes" then
        self:add(step, whole)
    elseif step.content == "guid" then
        self:add(step, whole, nil, true)
    elseif step.content == "utf16le" then
        self:add(step, whole, size > 0 and range:le_ustring() or "")
    elseif step.content == "utf16be" then
        self:add(step, whole, size > 0 and range:ustring() or "")
    else
        local encoding = step.content == "latin1" and ENC_ISO_8859_1 or ENC_UTF_8
        self:add(step, whole, size > 0 and range:string(encoding) or "")
    end
    self.at = self.at + size + terminator
end

function Reader:search(step)
    local first = self:last() - self.at
    local bytes = self:range(first):bytes()
    local raw = bytes:raw()
    local unit = step.unit
    local best, size = first, 0
    for _, terminator in ipairs(step.terminators) do
        local from = 1
        while true do
            local found = raw:find(terminator, from, true)
            if not found then
                break
            end
            if (found - 1) % unit == 0 then
                if found - 1 < best or (found - 1 == best and #terminator > size) then
                    best, size = found - 1, #terminator
                end
                break
            end
            from = found + 1
        end
    end
    if size == 0 and not step.or_end then
        failed("no end")
    end
    return best, size
end

local perform = {
    number = function(self, step)
        if step.kind == "varint" or step.kind == "zigzag" then
            self:varint(step)
        else
            self:number(step)
        end
    end,
    magic = function(self, step)
        local range = self:range(#step.literal)
        if range:bytes():raw() ~= step.literal then
            failed("another magic")
        end
        self:tree():add(range, "magic")
        self.at = self.at + #step.literal
    end,
    bytes = function(self, step)
        local size = step.size and step.size(self.values) or self:last() - self.at
        self:content(step, size, 0)
    end,
    bytes_until = function(self, step)
        self:content(step, self:search(step))
    end,
    open = function(self, step)
        local item = self:tree():add(self:range(0), self:name(step))
        self.starts[#self.starts + 1] = self.at
        self.trees[#self.trees + 1] = item
    end,
    close = function(self)
        local start = table.remove(self.starts)
        table.remove(self.trees):set_len(self.at - start)
    end,
    open_window = function(self, step)
        local size = step.size(self.values)
        self:range(size)
        self.windows[#self.windows + 1] = self.at + size
    end,
    close_window = function(self)
        if self.at ~= table.remove(self.windows) then
            failed("unread bytes")
        end
    end,
    begin_repeat = function(self, step)
        local count = step.count and step.count(self.values)
        if count == 0 or (not count and not step.has_condition and self.at == self:last()) then
            self.step = step.target
        else
            self.repeats[#self.repeats + 1] = { index = 0, count = count }
        end
    end,
    next_element = function(self, step)
        local one = self.repeats[#self.repeats]
        one.index = one.index + 1
        self.elements = self.elements + 1
        if self.elements > most_elements then
            failed("too many elements")
        end
        local is_last
        if step.condition then
            is_last = step.condition(self.values) ~= 0
        elseif one.count then
            is_last = one.index >= one.count
        else
            is_last = self.at >= self:last()
        end
        if is_last then
            table.remove(self.repeats)
        else
            self.step = step.target
        end
    end,
    jump_unless = function(self, step)
        if step.condition(self.values) == 0 then
            self.step = step.target
        end
    end,
    jump = function(self, step)
        self.step = step.target
    end,
    check = function(self, step)
        if step.condition(self.values) == 0 then
            failed("a check fails")
        end
    end,
}

-- Adds the values of `tvb` to `tree`.
local function read(format, steps, tvb, tree)
    local reader = setmetatable({
        format = format, tvb = tvb, at = 0, step = 1, elements = 0,
        windows = { tvb:len() }, trees = { tree }, starts = {}, repeats = {}, values = {},
    }, Reader)
    for slot = 1, steps.slots do
        reader.values[slot] = 0
    end
    local good, problem = pcall(function()
        while reader.step <= #steps do
            local step = steps[reader.step]
            reader.step = reader.step + 1
            perform[step[1]](reader, step)
        end
        if reader.at < tvb:len() then
            failed("unread bytes")
        end
    end)
    if not good then
        local text = type(problem) == "table" and problem.format_error or tostring(problem)
        tree:add_proto_expert_info(format.unexpected, "not of this format: " .. text)
    end
end

-- Shared by all formats that are loaded.
pipeglass = pipeglass or { formats = {} }

if not pipeglass.proto then
    pipeglass.proto = Proto("pipeglass", "Pipeglass recording")
    local description = Field.new("frame.interface_description")
    local exported = Dissector.get("exported_pdu")

    -- The tags before the payload: FORMAT.md of Pipeglass describes them.
    local function packet_of(tvb)
        local packet = { from = "client", flags = 0, head = 0, tail = 0 }
        local at = 0
        while at + 4 <= tvb:len() do
            local tag, size = tvb:range(at, 2):uint(), tvb:range(at + 2, 2):uint()
            at = at + 4
            if tag == 0 then
                packet.payload = at
                return packet
            elseif tag == 35 and size == 4 then
                packet.from = tvb:range(at, 4):uint() == 1 and "server" or "client"
            elseif tag == 0x5047 and size >= 8 then
                packet.flags = tvb:range(at, 1):uint()
                packet.head = tvb:range(at + 2, 2):uint()
                packet.tail = tvb:range(at + 4, 2):uint()
                packet.framing = at + 8
            end
            at = at + size
        end
    end

    local function format_of(packet)
        local info = description()
        local words = info and tostring(info.value) or ""
        local name = words:match(packet.from .. "%-framing=(%S+)")
        local found = name and pipeglass.formats[name]
        for _, one in pairs(pipeglass.formats) do
            found = found or (one.proto.prefs.every and one or nil)
        end
        return found
    end

    function pipeglass.proto.dissector(tvb, pinfo, tree)
        exported:call(tvb, pinfo, tree)
        local packet = packet_of(tvb)
        -- Events, malformed bytes and parts of large messages are not read.
        if not packet or not packet.framing or packet.flags ~= 0 then
            return
        end
        local format = format_of(packet)
        if format then
            format.dissect(packet, tvb, pinfo, tree)
        end
    end

    DissectorTable.get("wtap_encap"):add(wtap.WIRESHARK_UPPER_PDU, pipeglass.proto)
end

format.proto.prefs.every = Pref.bool("Every message", false, "Read the messages of other framings too")

function format.dissect(packet, tvb, pinfo, tree)
    local size = tvb:len() - packet.payload
    pinfo.cols.protocol = format.name
    local message = format.message[packet.from]
    local frame = format.frame[packet.from]
    if message and size > 0 then
        local range = tvb:range(packet.payload, size)
        local item = tree:add(format.proto, range, format.title .. ", message")
        read(format, message, range:tvb(), item)
    end
    if frame and packet.head + size + packet.tail > 0 then
        local bytes = ByteArray.new()
        local function append(from, count)
            if count > 0 then
                bytes:append(tvb:range(from, count):bytes())
            end
        end
        append(packet.framing, packet.head)
        append(packet.payload, size)
        append(packet.framing + packet.head, packet.tail)
        local whole = bytes:tvb("Frame")
        local item = tree:add(format.proto, whole:range(0), format.title .. ", frame")
        read(format, frame, whole, item)
    end
end

pipeglass.formats[format.name] = format
