//! The lab: a world on the stage, its levers, the people in it, and what can be taken home.

use std::fs;
use std::path::Path;

use crate::element::Element;
use crate::site::Outcome;
use crate::waiting::{PATIENCE, Seen, until};

screen! {
    /// The lab.
    Lab, lab {
        /// The whole screen.
        screen: "[data-screen=lab]",
        /// The world in words, and its day.
        status: "[data-screen=lab] [data-value=status]",
        /// The world once there is one.
        ready: "[data-value=status][data-day]",
        /// Plays or pauses it.
        play: "[data-screen=lab] [data-action=play]",
        /// Starts it afresh.
        reset: "[data-action=reset]",
        /// Stops long work.
        stop: "[data-action=stop]",
        /// How far long work is.
        progress: ".stage-progress",
        /// Days a second.
        pace: "[data-action=pace]",
        /// The checksum of day 30.
        golden: "[data-value=golden]",
        /// The picture with all that lies on it.
        stage_box: ".stage-box",
        /// What the world is drawn on.
        canvases: ".stage-canvases",
        /// What stands where no picture is.
        no_picture: ".stage-waits",
        /// How much the picture keeps of all beliefs.
        kept: ".stage-kept",
        /// The name of the axis across.
        axis_x: ".axis-x",
        /// The name of the axis upwards.
        axis_y: ".axis-y",
        /// The dot that is you.
        dot: ".stage .you-handle",
        /// The map on which people are pointed at.
        picker: ".picker",
        /// Description of the agent that was pointed at, with the buttons around it.
        inspector: ".inspector",
        /// Description of the agent that was pointed at.
        inspected: ".inspected",
        /// Who they are in a sentence.
        inspected_sentence: ".inspected-sentence",
        /// Makes them a mentor, or no longer.
        mentor: "[data-action=mentor]",
        /// Points at you.
        meet_you: "[data-action=meet-you]",
        /// Puts the visitor's own answers into the world.
        drop_in: "[data-action=drop-in]",
        /// What came of that.
        dropped: ".dropped",
        /// The way to the quiz of who has no answers.
        to_quiz: "[data-action=to-quiz]",
        /// The visitor's own perplexity.
        own_bits: "[data-chart=your] b",
        /// The same over all days.
        own_chart: "[data-chart=your] canvas",
        /// The lever of the feed.
        lever_feed: "#lever-feed",
        /// The lever of how many candidates are looked at.
        lever_screened: "#lever-screened",
        /// What was made of a value out of range.
        lever_note: ".lever-note",
        /// That the rules have changed since the world began.
        changed: ".changed",
        /// All ready-made worlds.
        presets: ".presets-all",
        /// Opens them.
        open_presets: ".presets-all summary",
        /// One ready-made world, the first.
        first_preset: "[data-preset]",
        /// The world with a feed in the order of time.
        chronological: "[data-preset=chronological]",
        /// Opens what chooses the plane of the picture.
        open_planes: ".lever-group:has(.plane-choice) > summary",
        /// The kinds of planes.
        planes: "[name=plane]",
        /// Which belief lies upwards.
        plane_y: "[data-plane=y]",
        /// Opens what can be taken home.
        open_files: ".lever-group:has([data-action=save-svg]) > summary",
        /// Saves all people.
        save_people: "[data-action=save-people]",
        /// Saves all days.
        save_days: "[data-action=save-days]",
        /// Saves the picture as pixels.
        save_png: "[data-action=save-png]",
        /// Saves the picture as lines.
        save_svg: "[data-action=save-svg]",
        /// Stops a file that is being written.
        stop_saving: "[data-action=stop-saving]",
        /// What came of saving.
        saved: ".saved",
        /// The link to this world.
        link: ".world-link code",
        /// Copies it.
        copy: "[data-action=copy-world]",
        /// What came of that.
        copied: ".copied",
        /// What leads to the whole lab from one that stands in another page.
        embedded_link: ".embedded a",
    }
}

impl<'p> Lab<'p> {
    /// A ready-made world, as long as it is the one on the stage.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn is_preset(&self, key: &str) -> Outcome<bool> {
        let pressed = format!(
            "return elements.some((one) => one.dataset.preset === '{key}' && one.ariaPressed === 'true')"
        );
        Ok(self.first_preset().asks(&pressed).await? == true)
    }

    /// Waits for the world on the stage; says what its status says.
    ///
    /// # Errors
    /// When it does not come in time.
    pub async fn world(&self) -> Outcome<String> {
        self.status().says("you:").await
    }

    /// Plays what is paused, or pauses what is played.
    ///
    /// # Errors
    /// When there is no such button.
    pub async fn press_play(&self) -> Outcome<()> {
        self.play().enter().await
    }

    /// Waits until the world is paused.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn is_paused(&self) -> Outcome<()> {
        self.play().text_once(|said| said == "play").await.map(drop)
    }

    /// Plays as fast as it goes.
    ///
    /// # Errors
    /// When there is no such choice.
    pub async fn hurry(&self) -> Outcome<()> {
        self.pace()
            .runs("element.value = '2'; element.dispatchEvent(new Event('change', { bubbles: true }))")
            .await
    }

    /// Where the dot is, in percent of the picture from its left and upper edge.
    ///
    /// # Errors
    /// When there is no dot.
    pub async fn dot_place(&self) -> Outcome<[f64; 2]> {
        let place =
            self.dot().asks("return ['left', 'top'].map((side) => parseFloat(element.style[side]))").await?;
        let side = |at: usize| place[at].as_f64().ok_or_else(|| format!("the dot is at {place}"));
        Ok([side(0)?, side(1)?])
    }

    /// Waits until the dot is somewhere else.
    ///
    /// # Errors
    /// When it stays.
    pub async fn dot_moves_from(&self, place: &[f64; 2]) -> Outcome<()> {
        until(PATIENCE, async || {
            let moved = self.dot_place().await? != *place;
            Ok(if moved { Ok(()) } else { Err(format!("the dot is still at {place:?}")) })
        })
        .await
    }

    /// The day of the world on the stage.
    ///
    /// # Errors
    /// When there is none.
    pub async fn day(&self) -> Outcome<u32> {
        self.status().day().await
    }

    /// Waits until the world has passed this day.
    ///
    /// # Errors
    /// When it does not.
    pub async fn passes_day(&self, day: u32) -> Outcome<()> {
        until(PATIENCE, async || {
            let now = self.day().await?;
            let seen: Seen<()> = if now > day { Ok(()) } else { Err(format!("it is day {now}")) };
            Ok(seen)
        })
        .await
    }

    /// Waits until the world is at its beginning again.
    ///
    /// # Errors
    /// When it is not.
    pub async fn is_at_day_0(&self) -> Outcome<()> {
        self.status().text_once(|said| said.starts_with("day 0:")).await.map(drop)
    }

    /// Waits until the world has left its beginning.
    ///
    /// # Errors
    /// When it does not.
    pub async fn leaves_day_0(&self) -> Outcome<()> {
        self.status().text_once(|said| !said.starts_with("day 0:")).await.map(drop)
    }

    /// Waits for the checksum of day 30.
    ///
    /// # Errors
    /// When the world does not get there.
    pub async fn checksum(&self) -> Outcome<String> {
        self.golden().text_once(|sum| u32::from_str_radix(sum, 16).is_ok()).await
    }

    /// Waits for somebody to be pointed at, and gives what is said of them.
    ///
    /// # Errors
    /// When nobody is.
    pub async fn person(&self) -> Outcome<String> {
        self.inspected().text_once(|said| said.starts_with("person")).await
    }

    /// The value of a lever as it stands in its field.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn screened(&self) -> Outcome<String> {
        let value = self.lever_screened().asks("return element.value").await?;
        Ok(value.as_str().ok_or("the lever has no value")?.to_owned())
    }

    /// Saves one of the files that can be taken home.
    #[must_use]
    pub fn save(&self, file: LabFile) -> Element<'p> {
        match file {
            LabFile::People => self.save_people(),
            LabFile::Days => self.save_days(),
            LabFile::Pixels => self.save_png(),
            LabFile::Drawing => self.save_svg(),
        }
    }

    /// Has a file saved to a folder, and reads it.
    ///
    /// # Errors
    /// When it is not saved in time.
    pub async fn takes_home(&self, file: LabFile, folder: &Path) -> Outcome<Vec<u8>> {
        self.save(file).enter().await?;
        self.saved().says(file.name()).await?;
        let path = folder.join(file.name());
        // A browser writes under another name until it is done.
        let bytes = until(PATIENCE, async || {
            let written = fs::read(&path).ok().filter(|bytes| !bytes.is_empty());
            Ok(written.ok_or_else(|| format!("no {} was saved", file.name())))
        })
        .await?;
        fs::remove_file(&path)?;
        Ok(bytes)
    }
}

/// A file that can be taken home from the lab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabFile {
    /// A table of all people.
    People,
    /// A table of all days.
    Days,
    /// The picture as pixels.
    Pixels,
    /// The picture as lines.
    Drawing,
}

impl LabFile {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            LabFile::People => "normie-people.csv",
            LabFile::Days => "normie-days.csv",
            LabFile::Pixels => "normie-world.png",
            LabFile::Drawing => "normie-world.svg",
        }
    }
}
