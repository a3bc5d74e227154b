;; The arithmetic of the network over neighbours (see neighbour-net.ts, which does the same in plain TypeScript), four numbers at a
;; time. It knows no shape: run-net.ts says where in the memory everything lies. All numbers are f32, all addresses and widths are in
;; bytes. A list of numbers that belong together fills whole vectors; what pads it is 0, and stays 0.
;;
;; `npm run assemble` writes net-kernel-bytes.ts from this.
(module
  (memory (export "memory") 1)

  ;; out += x * weights, for $width bytes, a multiple of two vectors.
  (func $addTimes (param $out i32) (param $weights i32) (param $width i32) (param $x f32)
    (local $end i32) (local $xs v128)
    (local.set $end (i32.add (local.get $out) (local.get $width)))
    (local.set $xs (f32x4.splat (local.get $x)))
    (loop $pair
      (v128.store (local.get $out)
        (f32x4.add (v128.load (local.get $out)) (f32x4.mul (local.get $xs) (v128.load (local.get $weights)))))
      (v128.store offset=16 (local.get $out)
        (f32x4.add
          (v128.load offset=16 (local.get $out))
          (f32x4.mul (local.get $xs) (v128.load offset=16 (local.get $weights)))))
      (local.set $out (i32.add (local.get $out) (i32.const 32)))
      (local.set $weights (i32.add (local.get $weights) (i32.const 32)))
      (br_if $pair (i32.lt_u (local.get $out) (local.get $end)))))

  ;; Writes between which numbers a column lies, from $at to before $end, at $range: from -inf to inf where one is no number. Whether all
  ;; are the same.
  (func $noteRange (param $at i32) (param $end i32) (param $range i32) (result i32)
    (local $x v128) (local $low v128) (local $high v128) (local $numbers v128) (local $last i32)
    (local $least f32) (local $most f32)
    (local.set $low (v128.load32_splat (local.get $at)))
    (local.set $high (local.get $low))
    (local.set $numbers (f32x4.eq (local.get $low) (local.get $low)))
    ;; Where the last whole vector begins.
    (local.set $last (i32.sub (local.get $end) (i32.const 16)))
    (if (i32.le_s (local.get $at) (local.get $last))
      (then
        (loop $next
          (local.set $x (v128.load (local.get $at)))
          (local.set $low (f32x4.pmin (local.get $low) (local.get $x)))
          (local.set $high (f32x4.pmax (local.get $high) (local.get $x)))
          (local.set $numbers (v128.and (local.get $numbers) (f32x4.eq (local.get $x) (local.get $x))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $next (i32.le_s (local.get $at) (local.get $last))))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $x (v128.load32_splat (local.get $at)))
        (local.set $low (f32x4.pmin (local.get $low) (local.get $x)))
        (local.set $high (f32x4.pmax (local.get $high) (local.get $x)))
        (local.set $numbers (v128.and (local.get $numbers) (f32x4.eq (local.get $x) (local.get $x))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (local.set $least
      (f32.min
        (f32.min (f32x4.extract_lane 0 (local.get $low)) (f32x4.extract_lane 1 (local.get $low)))
        (f32.min (f32x4.extract_lane 2 (local.get $low)) (f32x4.extract_lane 3 (local.get $low)))))
    (local.set $most
      (f32.max
        (f32.max (f32x4.extract_lane 0 (local.get $high)) (f32x4.extract_lane 1 (local.get $high)))
        (f32.max (f32x4.extract_lane 2 (local.get $high)) (f32x4.extract_lane 3 (local.get $high)))))
    (if (i32.eqz (i32x4.all_true (local.get $numbers)))
      (then
        (local.set $least (f32.const -inf))
        (local.set $most (f32.const inf))))
    (f32.store (local.get $range) (local.get $least))
    (f32.store offset=4 (local.get $range) (local.get $most))
    (f32.eq (local.get $least) (local.get $most)))

  ;; A feature's value as the network reads it: how many spreads it is off the usual one, four at most.
  (func $scale (param $value f32) (param $usual f32) (param $perSpread f32) (result f32)
    (f32.max (f32.const -4)
      (f32.min (f32.const 4)
        (f32.mul (f32.sub (local.get $value) (local.get $usual)) (local.get $perSpread)))))

  ;; Adds what features say to the first layer's numbers of each row; what a feature says of all rows alike goes to $common instead.
  ;; A feature is four numbers: where its column begins among the columns of one row, the usual value, 1 / spread, and nothing.
  ;; $values is where the first column of a sheet of $rows rows lies, or would lie. $range is where the range of the first of the features
  ;; goes; those of the others go behind it.
  (func (export "readFeatures")
    (param $feature i32) (param $features i32) (param $weights i32) (param $width i32)
    (param $values i32) (param $rows i32) (param $range i32) (param $common i32) (param $out i32)
    (local $at i32) (local $end i32) (local $into i32)
    (local $value f32) (local $usual f32) (local $perSpread f32)
    (loop $next
      (local.set $at
        (i32.add (local.get $values) (i32.mul (i32.load (local.get $feature)) (local.get $rows))))
      (local.set $end (i32.add (local.get $at) (i32.shl (local.get $rows) (i32.const 2))))
      (local.set $usual (f32.load offset=4 (local.get $feature)))
      (local.set $perSpread (f32.load offset=8 (local.get $feature)))
      (if (call $noteRange (local.get $at) (local.get $end) (local.get $range))
        (then
          (call $addTimes (local.get $common) (local.get $weights) (local.get $width)
            (call $scale (f32.load (local.get $at)) (local.get $usual) (local.get $perSpread))))
        (else
          (local.set $into (local.get $out))
          (loop $row
            (local.set $value (f32.load (local.get $at)))
            (if (f32.ne (local.get $value) (local.get $usual))
              (then
                (call $addTimes (local.get $into) (local.get $weights) (local.get $width)
                  (call $scale (local.get $value) (local.get $usual) (local.get $perSpread)))))
            (local.set $into (i32.add (local.get $into) (local.get $width)))
            (local.set $at (i32.add (local.get $at) (i32.const 4)))
            (br_if $row (i32.lt_u (local.get $at) (local.get $end))))))
      (local.set $weights (i32.add (local.get $weights) (local.get $width)))
      (local.set $range (i32.add (local.get $range) (i32.const 8)))
      (local.set $feature (i32.add (local.get $feature) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $feature) (local.get $features)))))

  ;; Adds $common to each row, and rectifies it.
  (func (export "closeRows") (param $out i32) (param $rows i32) (param $width i32) (param $common i32)
    (local $end i32) (local $at i32) (local $rowEnd i32)
    (local.set $end (i32.add (local.get $out) (i32.mul (local.get $rows) (local.get $width))))
    (loop $row
      (local.set $at (local.get $common))
      (local.set $rowEnd (i32.add (local.get $common) (local.get $width)))
      (loop $vector
        (v128.store (local.get $out)
          (f32x4.max (v128.const f32x4 0 0 0 0)
            (f32x4.add (v128.load (local.get $out)) (v128.load (local.get $at)))))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $vector (i32.lt_u (local.get $at) (local.get $rowEnd))))
      (br_if $row (i32.lt_u (local.get $out) (local.get $end)))))

  ;; Adds to $common, which holds the bias, what the mean of all rows adds to each number of a layer. $mean begins as 0.
  (func (export "readMean")
    (param $in i32) (param $rows i32) (param $from i32) (param $to i32)
    (param $page i32) (param $mean i32) (param $common i32)
    (local $end i32) (local $share f32)
    (local.set $end (i32.add (local.get $in) (i32.mul (local.get $rows) (local.get $from))))
    (local.set $share (f32.div (f32.const 1) (f32.convert_i32_u (local.get $rows))))
    (loop $row
      (call $addTimes (local.get $mean) (local.get $in) (local.get $from) (f32.const 1))
      (local.set $in (i32.add (local.get $in) (local.get $from)))
      (br_if $row (i32.lt_u (local.get $in) (local.get $end))))
    (local.set $end (i32.add (local.get $mean) (local.get $from)))
    (loop $number
      (call $addTimes (local.get $common) (local.get $page) (local.get $to)
        (f32.mul (f32.load (local.get $mean)) (local.get $share)))
      (local.set $page (i32.add (local.get $page) (local.get $to)))
      (local.set $mean (i32.add (local.get $mean) (i32.const 4)))
      (br_if $number (i32.lt_u (local.get $mean) (local.get $end)))))

  ;; Lists the numbers of a row, from $at to before $end, that are something: for each, how far its weights lie behind those of the
  ;; first number, which take $to, and the number itself. Gives the list's end. No branch: which are something is anybody's guess.
  (func $listNumbers (param $at i32) (param $end i32) (param $to i32) (param $list i32) (result i32)
    (local $weight i32) (local $x f32)
    (loop $number
      (local.set $x (f32.load (local.get $at)))
      (i32.store (local.get $list) (local.get $weight))
      (f32.store offset=4 (local.get $list) (local.get $x))
      (local.set $list (i32.add (local.get $list) (i32.shl (f32.ne (local.get $x) (f32.const 0)) (i32.const 3))))
      (local.set $weight (i32.add (local.get $weight) (local.get $to)))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br_if $number (i32.lt_u (local.get $at) (local.get $end))))
    (local.get $list))

  ;; Adds what the numbers of a list say to a row of $to, four vectors at a time, which stay in registers meanwhile.
  (func $addNumbers (param $list i32) (param $listEnd i32) (param $weights i32) (param $out i32) (param $to i32)
    (local $outEnd i32) (local $at i32) (local $weight i32) (local $x v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $outEnd (i32.add (local.get $out) (local.get $to)))
    (loop $nextPart
      (local.set $a (v128.load (local.get $out)))
      (local.set $b (v128.load offset=16 (local.get $out)))
      (local.set $c (v128.load offset=32 (local.get $out)))
      (local.set $d (v128.load offset=48 (local.get $out)))
      (local.set $at (local.get $list))
      (loop $number
        (local.set $weight (i32.add (local.get $weights) (i32.load (local.get $at))))
        (local.set $x (v128.load32_splat offset=4 (local.get $at)))
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $x) (v128.load (local.get $weight)))))
        (local.set $b
          (f32x4.add (local.get $b) (f32x4.mul (local.get $x) (v128.load offset=16 (local.get $weight)))))
        (local.set $c
          (f32x4.add (local.get $c) (f32x4.mul (local.get $x) (v128.load offset=32 (local.get $weight)))))
        (local.set $d
          (f32x4.add (local.get $d) (f32x4.mul (local.get $x) (v128.load offset=48 (local.get $weight)))))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br_if $number (i32.lt_u (local.get $at) (local.get $listEnd))))
      (v128.store (local.get $out) (local.get $a))
      (v128.store offset=16 (local.get $out) (local.get $b))
      (v128.store offset=32 (local.get $out) (local.get $c))
      (v128.store offset=48 (local.get $out) (local.get $d))
      (local.set $weights (i32.add (local.get $weights) (i32.const 64)))
      (local.set $out (i32.add (local.get $out) (i32.const 64)))
      (br_if $nextPart (i32.lt_u (local.get $out) (local.get $outEnd)))))

  ;; Makes each row of $out, up to before $end, what is common to all.
  (func $startRows (param $out i32) (param $end i32) (param $width i32) (param $common i32)
    (loop $row
      (memory.copy (local.get $out) (local.get $common) (local.get $width))
      (local.set $out (i32.add (local.get $out) (local.get $width)))
      (br_if $row (i32.lt_u (local.get $out) (local.get $end)))))

  (func $rectify (param $at i32) (param $end i32)
    (loop $vector
      (v128.store (local.get $at) (f32x4.max (v128.const f32x4 0 0 0 0) (v128.load (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $vector (i32.lt_u (local.get $at) (local.get $end)))))

  ;; What a layer makes of the rows of $in, rectified: each row says something to all that it is a neighbour of. More than half of their numbers are nothing, as they
  ;; are rectified: the others are listed once a row, in the room at $list. $reach to before
  ;; $reachEnd are the distances to neighbours, in rows; there is nothing beyond the page.
  (func (export "readNeighbours")
    (param $in i32) (param $rows i32) (param $from i32) (param $to i32)
    (param $reach i32) (param $reachEnd i32) (param $weights i32) (param $common i32) (param $list i32) (param $out i32)
    (local $outEnd i32)
    (local $row i32) (local $inEnd i32) (local $listEnd i32) (local $distance i32) (local $other i32) (local $weight i32)
    (local.set $outEnd (i32.add (local.get $out) (i32.mul (local.get $rows) (local.get $to))))
    (call $startRows (local.get $out) (local.get $outEnd) (local.get $to) (local.get $common))
    (loop $nextRow
      (local.set $inEnd (i32.add (local.get $in) (local.get $from)))
      (local.set $listEnd
        (call $listNumbers (local.get $in) (local.get $inEnd) (local.get $to) (local.get $list)))
      (if (i32.ne (local.get $list) (local.get $listEnd))
        (then
          (local.set $distance (local.get $reach))
          (local.set $weight (local.get $weights))
          (loop $nextNeighbour
            (local.set $other (i32.sub (local.get $row) (i32.load (local.get $distance))))
            (if (i32.lt_u (local.get $other) (local.get $rows))
              (then
                (call $addNumbers (local.get $list) (local.get $listEnd) (local.get $weight)
                  (i32.add (local.get $out) (i32.mul (local.get $other) (local.get $to)))
                  (local.get $to))))
            (local.set $weight
              (i32.add (local.get $weight)
                (i32.mul (i32.shr_u (local.get $from) (i32.const 2)) (local.get $to))))
            (local.set $distance (i32.add (local.get $distance) (i32.const 4)))
            (br_if $nextNeighbour (i32.lt_u (local.get $distance) (local.get $reachEnd))))))
      (local.set $in (local.get $inEnd))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br_if $nextRow (i32.lt_u (local.get $row) (local.get $rows))))
    (call $rectify (local.get $out) (local.get $outEnd)))

  ;; odds += what each row's numbers, times the weights, come to.
  (func (export "addOdds")
    (param $in i32) (param $rows i32) (param $width i32) (param $weights i32) (param $odds i32)
    (local $end i32) (local $at i32) (local $weight i32) (local $rowEnd i32) (local $sum v128)
    (local.set $end (i32.add (local.get $odds) (i32.shl (local.get $rows) (i32.const 2))))
    (loop $row
      (local.set $sum (v128.const f32x4 0 0 0 0))
      (local.set $weight (local.get $weights))
      (local.set $rowEnd (i32.add (local.get $in) (local.get $width)))
      (loop $vector
        (local.set $sum
          (f32x4.add (local.get $sum)
            (f32x4.mul (v128.load (local.get $in)) (v128.load (local.get $weight)))))
        (local.set $in (i32.add (local.get $in) (i32.const 16)))
        (local.set $weight (i32.add (local.get $weight) (i32.const 16)))
        (br_if $vector (i32.lt_u (local.get $in) (local.get $rowEnd))))
      (f32.store (local.get $odds)
        (f32.add (f32.load (local.get $odds))
          (f32.add
            (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
            (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum))))))
      (local.set $odds (i32.add (local.get $odds) (i32.const 4)))
      (br_if $row (i32.lt_u (local.get $odds) (local.get $end))))))
